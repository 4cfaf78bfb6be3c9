package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Refusal;
import dev.signalbox.systemtests.history.Said;
import java.util.HashSet;
import java.util.Set;

/** What went to quarantine, by the place where it was read and by its key. */
final class QuarantineIndex {

    private final Set<Accepted.Place> places = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    QuarantineIndex(History history) {
        for (Said<Refusal> said : history.of(Topic.TICKETS_QUARANTINE, Refusal.class)) {
            Refusal refusal = said.content();
            if (refusal.topic().equals(Topic.HELPDESK_EVENTS.topicName())) {
                places.add(new Accepted.Place(refusal.partition(), refusal.offset()));
            }
            keys.add(said.key());
        }
    }

    boolean hasRecord(Accepted accepted) {
        return accepted.place() != null && places.contains(accepted.place());
    }

    boolean hasTicket(String ticketId) {
        return keys.contains(ticketId);
    }
}
