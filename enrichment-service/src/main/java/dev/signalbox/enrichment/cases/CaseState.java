package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.Ticket;
import dev.signalbox.decisions.severity.Correction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a ticket: a fold over its facts, the same in whatever order they came, and what was published of
 * it.
 *
 * @param ticket the newest snapshot by the source's own time; null: only activity has come so far
 * @param earlier snapshots that were newest once or came too late; history only
 * @param said what the customer wrote in public after the first message, in the order of time
 * @param personRequests ids of activities by which the customer asked for a human being
 * @param standing the latest word on whether the ticket is open
 * @param waiting activity that waits for its ticket
 * @param setAside ids of activity that waited in vain and went to quarantine
 * @param reviewSequence the highest sequence of reviews seen
 * @param correction what the reviews say
 * @param published what was published last
 */
public record CaseState(
        @Nullable Ticket ticket,
        List<Revision> earlier,
        List<Said> said,
        List<String> personRequests,
        @Nullable Standing standing,
        List<Waiting> waiting,
        List<String> setAside,
        long reviewSequence,
        @Nullable Correction correction,
        Published published) {

    /** Nothing is known. */
    public static final CaseState EMPTY = new CaseState(
            null, List.of(), List.of(), List.of(), null, List.of(), List.of(), 0, null, Published.NOTHING);

    public CaseState {
        earlier = List.copyOf(earlier);
        said = List.copyOf(said);
        personRequests = List.copyOf(personRequests);
        waiting = List.copyOf(waiting);
        setAside = List.copyOf(setAside);
    }

    /** A snapshot that counts no more. */
    public record Revision(String eventId, Instant updatedAt) {}

    /** A public message of the customer. */
    public record Said(String activityId, Instant at, String text) {}

    /**
     * Whether the ticket was open at a moment.
     *
     * @param by id of the event that said so; decides between events of one moment
     */
    public record Standing(Instant at, String by, boolean open) {}

    /** A record that waits for its ticket, so that it can go to quarantine whole. */
    public record Waiting(String id, String topic, int partition, long offset, String payload) {}

    /**
     * What was published last.
     *
     * @param version 0: nothing yet
     * @param fingerprint of the facts on which it rests
     * @param deadline the external deadline in it
     * @param deadlineNear whether the deadline had raised the urgency
     */
    public record Published(
            long version,
            @Nullable String fingerprint,
            @Nullable Instant deadline,
            boolean deadlineNear) {

        static final Published NOTHING = new Published(0, null, null, false);
    }

    /** The texts of what the customer wrote later. */
    List<String> replies() {
        return said.stream().map(Said::text).toList();
    }

    /** Whether the ticket has come and is neither solved, closed nor merged. */
    public boolean open() {
        return ticket != null && (standing == null || standing.open());
    }
}
