package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationTrigger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something about a ticket that held over one or more versions of its case file.
 *
 * @param since the first of these versions
 * @param lastSeen the last of them so far
 * @param notBefore it opens nothing before this time; null: at once
 */
public record Condition(
        EscalationTrigger trigger,
        Instant since,
        Instant lastSeen,
        String reason,
        @Nullable Instant notBefore) {

    static Condition seen(EscalationTrigger trigger, Instant at, String reason, @Nullable Instant notBefore) {
        return new Condition(trigger, at, at, reason, notBefore);
    }

    boolean isContinuedBy(Condition next) {
        return trigger == next.trigger && Objects.equals(notBefore, next.notBefore);
    }

    Condition continuedBy(Condition next) {
        return new Condition(trigger, since, next.lastSeen, reason, notBefore);
    }

    /**
     * When it takes effect in the ticket's present life: when it began, or with the reopening if it was seen again since
     * then. Null if it belongs to an earlier life.
     */
    @Nullable
    Instant effectiveAt(Lifespan life) {
        if (life.isOver(lastSeen)) {
            return null;
        }
        Instant at = life.isOver(since) ? life.since() : since;
        return notBefore != null && notBefore.isAfter(at) ? notBefore : at;
    }
}
