package dev.signalbox.local.policy;

import dev.signalbox.contracts.PolicyDifference.Change;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** How many tickets of one plan change, and in what. */
final class PlanTally {

    private static final Set<String> TARGETS = Set.of("firstResponse", "nextResponse", "resolution");

    private final TreeMap<String, Integer> changed = new TreeMap<>();
    private int tickets;
    private int different;
    private int worse;
    private int better;

    void add(List<Change> changes) {
        tickets++;
        if (changes.isEmpty()) {
            return;
        }
        different++;
        changes.stream()
                .map(change -> TARGETS.contains(change.field()) ? "target" : change.field())
                .distinct()
                .forEach(field -> changed.merge(field, 1, Integer::sum));
        if (Promise.isWorse(changes)) {
            worse++;
        } else if (Promise.isBetter(changes)) {
            better++;
        }
    }

    int different() {
        return different;
    }

    int of(String field) {
        return changed.getOrDefault(field, 0);
    }

    int tickets() {
        return tickets;
    }

    int worse() {
        return worse;
    }

    int better() {
        return better;
    }
}
