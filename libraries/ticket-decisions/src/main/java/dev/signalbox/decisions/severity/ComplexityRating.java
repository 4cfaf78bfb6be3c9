package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Complexity;
import dev.signalbox.decisions.severity.text.Cue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How hard the solution is likely to be (S5). */
final class ComplexityRating {

    private ComplexityRating() {}

    static Complexity of(ComplexityPolicy policy, List<Message> messages, @Nullable String intent) {
        Set<String> technical = new HashSet<>();
        int words = 0;
        for (Message message : messages) {
            words += message.tokens().size();
            for (Cue cue : message.asserted(CueNames.TECHNICAL)) {
                technical.add(cue.text().toLowerCase(Locale.ROOT));
            }
        }
        int points = technical.size() + (words >= policy.longFrom() ? 1 : 0);
        if (points >= policy.highFrom()) {
            return Complexity.HIGH;
        }
        boolean simple = intent != null && policy.simpleIntents().contains(intent);
        return simple && points == 0 ? Complexity.LOW : Complexity.MEDIUM;
    }
}
