package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Ticket;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What makes tickets one incident: the helpdesk's problem record, or else the product or category that is down (S49). */
public final class IncidentCause {

    private IncidentCause() {}

    /** What a ticket has in common with others of its incident, in words; empty if it belongs to none. */
    public static Optional<String> of(CaseFile file, IncidentPolicy policy) {
        Ticket ticket = file.ticket();
        for (String field : new TreeSet<>(policy.problemFields())) {
            String problem = ticket.fields().get(field);
            if (problem != null && !problem.isBlank()) {
                return Optional.of("problem " + problem.strip());
            }
        }
        if (!policy.severities().contains(file.analysis().severity())) {
            return Optional.empty();
        }
        if (ticket.product() != null && !ticket.product().isBlank()) {
            return Optional.of("product " + ticket.product().strip().toLowerCase(Locale.ROOT));
        }
        return Optional.ofNullable(file.analysis().category()).map(category -> "category " + category);
    }

    /** The ticket's open escalation for an outage; empty if it has none. */
    public static Optional<String> outage(TicketEscalations ticket) {
        return ticket.escalations().stream()
                .filter(one -> one.position().isLive())
                .filter(one -> one.signals().stream().anyMatch(signal -> signal.trigger() == EscalationTrigger.OUTAGE))
                .map(one -> one.opening().id())
                .findFirst();
    }
}
