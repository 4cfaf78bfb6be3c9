package dev.signalbox.routing;

import dev.signalbox.decisions.routing.Agent;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.decisions.routing.Staff;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All agents as this replica last read them. Never changes: what has changed since makes a new one.
 *
 * @param seen newest change that it contains
 */
record Seating(long seen, Map<String, Seat> seats, Map<String, Agent> agents, Staff staff) {

    static final Seating EMPTY = new Seating(-1, Map.of(), Map.of(), new Staff(List.of()));

    /** Registered agents among these whose profile is another than the one known here. */
    String[] newProfiles(Map<String, Seat> changed) {
        return changed.entrySet().stream()
                .filter(entry -> entry.getValue().registered())
                .filter(entry -> !agents.containsKey(entry.getKey())
                        || seats.get(entry.getKey()).revision()
                                != entry.getValue().revision())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** The same with these rows and profiles instead of the older ones. */
    Seating with(long newest, Map<String, Seat> changed, Map<String, Agent> profiles) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<String, Seat> all = new LinkedHashMap<>(seats);
        all.putAll(changed);
        boolean someoneLeft = changed.entrySet().stream()
                .anyMatch(entry -> !entry.getValue().registered() && agents.containsKey(entry.getKey()));
        if (profiles.isEmpty() && !someoneLeft) {
            return new Seating(newest, all, agents, staff);
        }
        Map<String, Agent> registered = new LinkedHashMap<>(agents);
        registered.putAll(profiles);
        registered.keySet().removeIf(id -> !all.get(id).registered());
        return new Seating(newest, all, registered, new Staff(registered.values()));
    }

    Roster roster(Instant now) {
        Roster roster = new Roster(staff, now);
        seats.forEach((id, seat) -> {
            roster.present(id, seat.presence(), seat.since(), seat.turn());
            roster.occupy(id, seat.load());
            roster.assigned(id, seat.assigned(), seat.assignedSince());
        });
        return roster;
    }
}
