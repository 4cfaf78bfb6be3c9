package dev.signalbox.decisions.severity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What decided, as data for people and audits (S12): each entry is {@code subject: words}. */
final class Reasons {

    private Reasons() {}

    static List<String> of(
            Classification classified,
            @Nullable Correction correction,
            TicketAnalyzer.Grading grading,
            HardRules hardRules,
            @Nullable Instant deadline) {
        List<String> reasons = new ArrayList<>();
        if (correction != null) {
            reasons.add("review: corrected by a person");
        }
        add(reasons, "words", classified.words());
        add(reasons, "urgency", grading.situation().urgencyBecause());
        add(reasons, "impact", grading.situation().impactBecause());
        for (Map.Entry<String, Set<String>> rule : hardRules.names().entrySet()) {
            add(reasons, rule.getKey(), List.copyOf(rule.getValue()));
        }
        if (grading.deadlineStep()) {
            reasons.add("deadline: " + deadline + " raised the urgency one step");
        }
        return reasons;
    }

    private static void add(List<String> reasons, String subject, List<String> words) {
        Set<String> different = new LinkedHashSet<>(words);
        if (!different.isEmpty()) {
            reasons.add(subject + ": " + String.join(", ", different));
        }
    }
}
