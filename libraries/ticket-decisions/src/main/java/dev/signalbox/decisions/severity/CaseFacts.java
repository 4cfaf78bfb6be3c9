package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an analysis rests on.
 *
 * @param replies what the customer wrote later, in public; in the order of time
 * @param account null: nobody has told us about the company yet
 * @param correction what a reviewer said, or null
 * @param personRequested the customer asked for a human being by other means than text
 * @param now the time of the decision
 */
public record CaseFacts(
        Ticket ticket,
        List<Reply> replies,
        @Nullable AccountProfile account,
        Classification classification,
        @Nullable Correction correction,
        boolean personRequested,
        Instant now) {

    public CaseFacts {
        replies = List.copyOf(replies);
    }

    /** A public message of the customer after the first one. */
    public record Reply(Instant at, String text) {}
}
