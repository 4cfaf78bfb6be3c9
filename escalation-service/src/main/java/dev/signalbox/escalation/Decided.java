package dev.signalbox.escalation;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.TicketEscalations;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A ticket before and after a decision.
 *
 * @param lookAt when its timer has to stand; null: it needs none
 */
record Decided(TicketFile before, TicketEscalations after, List<Escalation> changes, Instant lookAt, boolean isKnown) {

    static Decided of(TicketFile before, EscalationDecision decision) {
        return new Decided(
                before, decision.state(), decision.changes(), decision.nextLook(), decision.knowsTheTicket());
    }

    String ticketId() {
        return after.ticketId();
    }

    boolean isNews() {
        return movesTimer() || !after.equals(before.escalations());
    }

    boolean movesTimer() {
        return !Objects.equals(lookAt, before.lookAt());
    }
}
