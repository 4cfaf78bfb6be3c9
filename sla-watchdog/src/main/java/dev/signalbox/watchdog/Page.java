package dev.signalbox.watchdog;

import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A part of a long answer, ordered by deadline and ticket.
 *
 * @param afterDueAt the place after which it begins
 * @param limit tickets, 1..{@value #LARGEST}
 */
record Page(Instant afterDueAt, String afterTicketId, int limit) {

    static final int LARGEST = 500;

    private static final char SEPARATOR = '~';

    /** Reads the parameters {@code after} and {@code limit}. */
    static Page of(String after, int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw refused("limit", "is " + limit, "1 to " + LARGEST);
        }
        if (after == null) {
            return new Page(Instant.EPOCH, "", limit);
        }
        int separator = after.indexOf(SEPARATOR);
        if (separator < 0) {
            throw refused("after", "is not a place in this list", "the value of next of the page before");
        }
        return new Page(instant("after", after.substring(0, separator)), after.substring(separator + 1), limit);
    }

    /** The value of {@code after} for what follows a ticket. */
    static String after(Instant dueAt, String ticketId) {
        return dueAt.toString() + SEPARATOR + ticketId;
    }

    static Instant instant(String parameter, String text) {
        if (text == null) {
            throw refused(parameter, "is missing", "an instant such as 2026-11-22T09:00:00Z");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(parameter, "is not an instant", "an instant such as 2026-11-22T09:00:00Z");
        }
    }

    private static ProblemException refused(String parameter, String problem, String allowed) {
        return new ProblemException(
                400, "The request cannot be answered.", List.of(new Fault("/" + parameter, problem, allowed)));
    }
}
