package dev.signalbox.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The package that goes with an escalation, so that the customer never repeats anything (S52, N9).
 *
 * @param history what was said and done, oldest first
 * @param timeline what the texts say about when it happened
 * @param completeness 0..100, whole percent
 * @param missing names of the parts that are missing
 */
public record Handoff(
        @Nullable String intent,
        @Nullable String summary,
        List<Entry> history,
        List<String> attemptedFixes,
        @Nullable Sentiment sentiment,
        @Nullable Account account,
        List<String> reproductionSteps,
        List<String> logs,
        List<String> endpoints,
        List<String> timeline,
        int completeness,
        List<String> missing) {

    public Handoff {
        history = history == null ? List.of() : List.copyOf(history);
        attemptedFixes = attemptedFixes == null ? List.of() : List.copyOf(attemptedFixes);
        reproductionSteps = reproductionSteps == null ? List.of() : List.copyOf(reproductionSteps);
        logs = logs == null ? List.of() : List.copyOf(logs);
        endpoints = endpoints == null ? List.of() : List.copyOf(endpoints);
        timeline = timeline == null ? List.of() : List.copyOf(timeline);
        missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** One line of the history. */
    public record Entry(Instant at, String who, String what) {}
}
