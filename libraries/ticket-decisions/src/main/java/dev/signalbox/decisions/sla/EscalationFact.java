package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationTrigger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reason for which a ticket was escalated. */
public record EscalationFact(
        String escalationId,
        Instant at,
        EscalationTrigger trigger,
        @Nullable ClockKind clock) {

    /** The reason that a change of an escalation adds; empty for changes that add none. */
    public static Optional<EscalationFact> of(Escalation escalation) {
        EscalationTrigger trigger = added(escalation);
        return trigger == null
                ? Optional.empty()
                : Optional.of(new EscalationFact(escalation.id(), escalation.at(), trigger, escalation.clock()));
    }

    private static @Nullable EscalationTrigger added(Escalation escalation) {
        if (escalation.change() == EscalationChange.OPENED) {
            return escalation.trigger();
        }
        return escalation.change() == EscalationChange.JOINED
                        && !escalation.joined().isEmpty()
                ? escalation.joined().get(escalation.joined().size() - 1)
                : null;
    }

    boolean sameReasonAs(EscalationFact other) {
        return escalationId.equals(other.escalationId) && trigger == other.trigger;
    }

    /**
     * Whether a clock tightens: its own missed or expected deadline is no reason to move it, and that the customer hears
     * of the escalation is promised because of it.
     */
    boolean tightens(ClockKind running) {
        return running != ClockKind.UPDATE
                && (trigger != EscalationTrigger.SLA_BREACH || (clock != null && clock != running));
    }
}
