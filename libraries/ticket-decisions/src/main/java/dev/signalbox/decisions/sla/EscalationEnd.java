package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import java.time.Instant;
import java.util.Optional;

/** An escalation has ended: no further update is owed for it. */
public record EscalationEnd(String escalationId, Instant at) {

    /** The end that a change of an escalation reports; empty for other changes. */
    public static Optional<EscalationEnd> of(Escalation escalation) {
        return escalation.change() == EscalationChange.RESOLVED || escalation.change() == EscalationChange.CANCELLED
                ? Optional.of(new EscalationEnd(escalation.id(), escalation.at()))
                : Optional.empty();
    }
}
