package dev.signalbox.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A customer is affected by an incident and has to be told (S49); one for each account and incident. Whoever writes to
 * customers, a helpdesk for example, reads it.
 *
 * @param ticketId the account's oldest open ticket of the incident; an answer there reaches the customer
 * @param escalationId the escalation that made it an incident; names the incident
 * @param incident what the tickets have in common, for example {@code product portal}
 * @param tickets all open tickets of the account that belong to it, when this was decided
 */
public record CustomerNotice(
        String ticketId, Instant at, String escalationId, String incident, String accountId, List<String> tickets) {

    public CustomerNotice {
        tickets = tickets == null ? List.of() : List.copyOf(tickets);
    }
}
