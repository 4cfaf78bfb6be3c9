package dev.signalbox.local.policy;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PolicyDifference.Change;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Whether a customer is promised less. */
final class Promise {

    private static final Set<String> TARGETS = Set.of("firstResponse", "nextResponse", "resolution");

    private Promise() {}

    /** Something is promised later or in a lower band, and nothing sooner. */
    static boolean isWorse(List<Change> changes) {
        return changes.stream().anyMatch(change -> direction(change) > 0)
                && changes.stream().noneMatch(change -> direction(change) < 0);
    }

    /** Something is promised sooner or in a higher band, and nothing later. */
    static boolean isBetter(List<Change> changes) {
        return changes.stream().anyMatch(change -> direction(change) < 0)
                && changes.stream().noneMatch(change -> direction(change) > 0);
    }

    private static int direction(Change change) {
        if (change.active() == null || change.shadow() == null) {
            return 0;
        }
        if (TARGETS.contains(change.field())) {
            return Duration.parse(change.shadow()).compareTo(Duration.parse(change.active()));
        }
        return change.field().equals("band")
                ? Band.valueOf(change.shadow()).compareTo(Band.valueOf(change.active()))
                : 0;
    }
}
