package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an escalation stands on its chain.
 *
 * @param level 1 is the first step; 0 while it has never left its sender
 * @param withSender it waits for the person who asked
 * @param ackDueAt until when the level must acknowledge, or the sender must answer; null: nobody is waited for
 * @param updateDueAt until when the next sign of life is due
 */
public record Position(
        EscalationState state,
        int level,
        boolean withSender,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant ackDueAt,
        @Nullable Instant updateDueAt) {

    static Position opened(Duration acknowledgeWithin, Duration updateEvery, Instant now) {
        return new Position(
                EscalationState.OPEN, 1, false, null, null, now.plus(acknowledgeWithin), now.plus(updateEvery));
    }

    /** The package is too poor: it starts with its sender. */
    static Position openedWithSender(Duration returnWithin, Duration updateEvery, Instant now) {
        return new Position(EscalationState.OPEN, 0, true, null, null, now.plus(returnWithin), now.plus(updateEvery));
    }

    /** The level is told, for the first time or again; nobody has it until somebody acknowledges. */
    Position toldTo(int newLevel, Duration acknowledgeWithin, Instant now) {
        return new Position(
                EscalationState.OPEN, newLevel, false, null, null, now.plus(acknowledgeWithin), updateDueAt);
    }

    /** The last level was silent: it stays with its owner and is told again when the next update is due. */
    Position unanswered(Duration updateEvery, Instant now) {
        return new Position(EscalationState.OPEN, level, false, null, null, null, now.plus(updateEvery));
    }

    Position acknowledged(Duration silence, Instant now) {
        return new Position(EscalationState.ACKNOWLEDGED, level, false, now, null, null, now.plus(silence));
    }

    Position updated(Duration updateEvery, Instant now) {
        return new Position(
                EscalationState.IN_PROGRESS, level, false, acknowledgedAt, null, null, now.plus(updateEvery));
    }

    Position returned(Duration returnWithin, Instant now) {
        return new Position(EscalationState.OPEN, level, true, null, null, now.plus(returnWithin), updateDueAt);
    }

    Position ended(EscalationState end, Instant at) {
        return new Position(end, level, false, acknowledgedAt, at, null, null);
    }

    /** When silence has to be noticed; null once it is over. */
    @Nullable
    Instant wakesAt() {
        return ackDueAt != null ? ackDueAt : updateDueAt;
    }

    boolean isLive() {
        return state != EscalationState.RESOLVED && state != EscalationState.CANCELLED;
    }

    /** Somebody has taken it. */
    boolean isHeld() {
        return state == EscalationState.ACKNOWLEDGED || state == EscalationState.IN_PROGRESS;
    }
}
