package dev.signalbox.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A ticket of the script.
 *
 * @param at seconds after the beginning
 * @param account id of the company that writes
 * @param from first name of the person who writes
 * @param ignoredBy how many owners in a row do nothing about it
 * @param then what the customer says later
 */
record ScriptedTicket(
        @JsonProperty("at") int at,
        String helpdesk,
        String account,
        String from,
        String subject,
        String body,
        Boolean urgent,
        Integer ignoredBy,
        List<Later> then) {

    /** @param after seconds after the ticket */
    record Later(int after, String says) {}

    ScriptedTicket {
        urgent = urgent != null && urgent;
        ignoredBy = ignoredBy == null ? 0 : ignoredBy;
        then = then == null ? List.of() : List.copyOf(then);
    }
}
