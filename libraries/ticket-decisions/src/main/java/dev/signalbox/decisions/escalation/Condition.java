package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationTrigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a ticket that opens an escalation for as long as it holds.
 *
 * @param since when it began to hold
 * @param notBefore it opens nothing before this time; null: at once
 */
public record Condition(
        EscalationTrigger trigger,
        Instant since,
        String reason,
        @Nullable Instant notBefore) {

    /** When it takes effect in a ticket's life that began at {@code life}. */
    Instant effectiveAt(Instant life) {
        Instant at = since.isAfter(life) ? since : life;
        return notBefore != null && notBefore.isAfter(at) ? notBefore : at;
    }

    Condition since(Instant earlier) {
        return new Condition(trigger, earlier, reason, notBefore);
    }
}
