package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.systemtests.history.Accepted;
import java.time.Instant;
import java.util.Map;

/**
 * Something that a helpdesk says once, or says again.
 *
 * @param due when it is said
 * @param at the source's own time of it
 * @param headers of the Kafka record; over HTTP the id goes as {@code Idempotency-Key}
 */
public record Delivery(
        Instant due,
        Door door,
        Accepted.Kind kind,
        String ticketId,
        String factId,
        ActivityKind activity,
        Instant at,
        Map<String, String> headers,
        byte[] body) {

    /** Where it comes in. */
    public enum Door {
        KAFKA,
        HTTP
    }

    /** The same thing said at another moment. */
    Delivery again(Instant later) {
        return new Delivery(later, door, kind, ticketId, factId, activity, at, headers, body);
    }

    Accepted accepted(Accepted.Place place) {
        return new Accepted(kind, ticketId, factId, activity, at, place);
    }
}
