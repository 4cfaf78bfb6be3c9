package dev.signalbox.local.demo.helpdesk;

import java.time.Instant;

/** Writes the payloads that one kind of helpdesk would publish. */
public interface HelpdeskFormat {

    /** Its name, as in the header {@code source}. */
    String source();

    /** The customer's letter has become a ticket. */
    byte[] created(Letter letter);

    /** The agent took the ticket. */
    byte[] assigned(Letter letter, HelpdeskAgent agent, Instant at);

    /** The agent answered; the customer can read it. */
    byte[] answered(Letter letter, HelpdeskAgent agent, String text, Instant at);

    /** The agent solved the ticket. */
    byte[] solved(Letter letter, HelpdeskAgent agent, Instant at);

    /** The customer wrote again. */
    byte[] wroteAgain(Letter letter, String text, Instant at);
}
