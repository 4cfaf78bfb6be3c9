package dev.signalbox.decisions.sla;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code sla.watchdog} section of the policy: levels and what happens at each (S31, S32).
 *
 * @param levels by rising percent, one of them 100 with the act BREACH
 * @param reassignmentsAtMost a ticket reassigned this often is escalated instead of reassigned again
 * @param lastMoment how the reassign level moves forward; null leaves every level at its share
 * @param settlesFor who got the ticket from another agent this recently keeps it for now; null for not at all
 * @param prematureClosing when a ticket counts as closed to beat the clock; null for never
 * @param firesNothingWhenOlderThan a clock that began longer ago than this when its ticket was first seen stays silent
 */
public record WatchdogPolicy(
        List<Level> levels,
        int reassignmentsAtMost,
        @Nullable LastMoment lastMoment,
        @Nullable Duration settlesFor,
        @Nullable PrematureClosing prematureClosing,
        Duration firesNothingWhenOlderThan) {

    public WatchdogPolicy {
        levels = levels == null ? List.of() : List.copyOf(levels);
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i - 1).percent() >= levels.get(i).percent()) {
                throw new IllegalArgumentException("sla.watchdog.levels must rise in percent; "
                        + levels.get(i).percent() + " follows "
                        + levels.get(i - 1).percent());
            }
        }
        if (levels.stream().filter(level -> level.act() == LevelAct.BREACH).count() != 1
                || levels.stream()
                        .noneMatch(level -> level.act() == LevelAct.BREACH && level.percent() == Level.DEADLINE)) {
            throw new IllegalArgumentException("sla.watchdog.levels needs exactly one level with act BREACH, at 100");
        }
        if (reassignmentsAtMost < 0) {
            throw new IllegalArgumentException(
                    "sla.watchdog.reassignmentsAtMost must be 0 or more, is " + reassignmentsAtMost);
        }
        if (settlesFor != null && settlesFor.isNegative()) {
            throw new IllegalArgumentException(
                    "sla.watchdog.settlesFor must be a duration of zero or more such as PT3M, is " + settlesFor);
        }
        if (firesNothingWhenOlderThan == null || firesNothingWhenOlderThan.isNegative()) {
            throw new IllegalArgumentException(
                    "sla.watchdog.firesNothingWhenOlderThan must be a duration such as P7D, is "
                            + firesNothingWhenOlderThan);
        }
    }

    /** The percentage of the level before that one, or 0. */
    int before(Level level) {
        return levels.stream()
                .mapToInt(Level::percent)
                .filter(percent -> percent < level.percent())
                .max()
                .orElse(0);
    }

    /** The level with that percentage, if the policy has one. */
    public Optional<Level> level(int percent) {
        return levels.stream().filter(level -> level.percent() == percent).findFirst();
    }
}
