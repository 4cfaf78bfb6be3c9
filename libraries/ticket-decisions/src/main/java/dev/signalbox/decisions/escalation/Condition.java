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
 * @param sign it opens nothing by itself but adds to a prediction; null: it opens
 */
public record Condition(
        EscalationTrigger trigger,
        Instant since,
        Instant lastSeen,
        String reason,
        @Nullable Instant notBefore,
        @Nullable PredictionSign sign) {

    static Condition seen(EscalationTrigger trigger, Instant at, String reason, @Nullable Instant notBefore) {
        return new Condition(trigger, at, at, reason, notBefore, null);
    }

    static Condition sign(PredictionSign sign, Instant at) {
        return new Condition(EscalationTrigger.CUSTOMER_REQUEST, at, at, sign.name(), null, sign);
    }

    boolean isContinuedBy(Condition next) {
        return trigger == next.trigger && sign == next.sign && Objects.equals(notBefore, next.notBefore);
    }

    Condition continuedBy(Condition next) {
        return new Condition(trigger, since, next.lastSeen, reason, notBefore, sign);
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
