package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.SlaActionKind;
import org.jspecify.annotations.Nullable;

/**
 * What a level leads to: an action, or a recorded suppression.
 *
 * @param action null where suppressed
 * @param reason stable, UPPER_CASE
 * @param predicted decided before the deadline
 */
public record LevelVerdict(@Nullable SlaActionKind action, String reason, boolean predicted) {

    static LevelVerdict act(SlaActionKind action, String reason, Level level) {
        return new LevelVerdict(action, reason, level.beforeTheDeadline());
    }

    /** Nothing is to be done, for that reason. */
    public static LevelVerdict suppressed(Suppression why) {
        return new LevelVerdict(null, why.name(), false);
    }
}
