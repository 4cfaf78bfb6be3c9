package dev.signalbox.decisions.routing.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a ticket while it waits, so that whoever opens the queue next goes on exactly: the rest of its
 * {@link Place} follows from the ticket.
 *
 * @param ripe from then on it is served before all others but an express ticket; never moves back while it waits
 * @param number given when that moment was fixed; a later one is higher
 * @param passed how many express tickets have passed it since it was ripe
 * @param latest until when it was promised to be served, or null: no promise holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Queued(
        Instant ripe, long number, int passed, @Nullable Instant latest) {

    /** The same with another promise. */
    public Queued latest(@Nullable Instant promised) {
        return new Queued(ripe, number, passed, promised);
    }

    Queued passed(int express) {
        return new Queued(ripe, number, express, latest);
    }
}
