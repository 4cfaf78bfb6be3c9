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
 * @param ackDueAt until when the level must acknowledge, the sender must answer, or nobody can be told; null: nobody is
 *     waited for
 * @param updateDueAt until when the next sign of life is due
 * @param told who was told; null: the step's owner
 * @param unreached nobody could be told; null: somebody was
 * @param repeats how often the chain has started again; null: never
 */
public record Position(
        EscalationState state,
        int level,
        boolean withSender,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant ackDueAt,
        @Nullable Instant updateDueAt,
        @Nullable String told,
        @Nullable Boolean unreached,
        @Nullable Integer repeats) {

    /** Before anybody is told. */
    static Position fresh(Duration updateEvery, Instant now) {
        return open(0, false, null, now.plus(updateEvery), null, null, null);
    }

    private static Position open(
            int level,
            boolean withSender,
            @Nullable Instant ackDueAt,
            @Nullable Instant updateDueAt,
            @Nullable String told,
            @Nullable Boolean unreached,
            @Nullable Integer repeats) {
        return new Position(
                EscalationState.OPEN, level, withSender, null, null, ackDueAt, updateDueAt, told, unreached, repeats);
    }

    /** The step is told, for the first time or again; nobody has it until somebody acknowledges. */
    Position toldTo(NextStep step, Duration acknowledgeWithin, Instant now) {
        return step.who() != null
                ? open(step.level(), false, now.plus(acknowledgeWithin), updateDueAt, step.who(), null, repeats)
                : open(step.level(), false, step.at(), updateDueAt, null, true, repeats);
    }

    /** The last level was silent: it stays with its owner and is told again when the next update is due. */
    Position unanswered(Duration updateEvery, Instant now) {
        return open(level, false, null, now.plus(updateEvery), told, unreached, repeats);
    }

    /** The chain begins again. */
    Position repeated() {
        return open(0, false, null, updateDueAt, null, null, repeated(repeats));
    }

    private static int repeated(@Nullable Integer before) {
        return before == null ? 1 : before + 1;
    }

    Position acknowledged(Duration silence, Instant now) {
        return new Position(
                EscalationState.ACKNOWLEDGED,
                level,
                false,
                now,
                null,
                null,
                now.plus(silence),
                told,
                unreached,
                repeats);
    }

    Position updated(Duration updateEvery, Instant now) {
        return new Position(
                EscalationState.IN_PROGRESS,
                level,
                false,
                acknowledgedAt,
                null,
                null,
                now.plus(updateEvery),
                told,
                unreached,
                repeats);
    }

    Position returned(Duration returnWithin, Instant now) {
        return open(level, true, now.plus(returnWithin), updateDueAt, told, null, repeats);
    }

    Position ended(EscalationState end, Instant at) {
        return new Position(end, level, false, acknowledgedAt, at, null, null, told, unreached, repeats);
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

    /** Nobody was told, and nobody has taken it by himself. */
    boolean waits() {
        return Boolean.TRUE.equals(unreached) && isLive() && !isHeld();
    }
}
