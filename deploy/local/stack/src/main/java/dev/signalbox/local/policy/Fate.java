package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of which tickets the log tells how they would have fared under another policy: those that go to the same agents, and
 * that did not wait while a ticket was there that the policy treats otherwise. Whoever waits in another order is answered
 * at another time, and no log tells when.
 */
final class Fate {

    private record Span(Instant from, Instant until) {
        boolean meets(Span other) {
            return !from.isAfter(other.until) && !other.from.isAfter(until);
        }
    }

    private final Set<String> untold = new HashSet<>();

    /**
     * Looks at all of them.
     *
     * @param routed every decision, in the order of time
     * @param otherwise tickets that the policy treats otherwise in whatever
     * @param moved those of them that go to somebody else, or of which that is not told
     */
    Fate(List<CaseFile> routed, Set<String> otherwise, Set<String> moved) {
        untold.addAll(moved);
        Map<String, Span> disturbing = new HashMap<>();
        Map<String, List<Span>> waits = new HashMap<>();
        Map<String, Instant> waiting = new HashMap<>();
        Instant end = Instant.EPOCH;
        for (CaseFile file : routed) {
            String id = file.ticket().id();
            Route route = file.route();
            Instant at = route.decidedAt();
            end = at;
            if (otherwise.contains(id) || moved.contains(id)) {
                disturbing.merge(id, new Span(at, at), (before, now) -> new Span(before.from, now.until));
            }
            if (route.decision() == RouteDecision.QUEUED || route.decision() == RouteDecision.NO_ELIGIBLE_AGENT) {
                waiting.putIfAbsent(id, at);
            } else if (waiting.containsKey(id)) {
                waits.computeIfAbsent(id, ticket -> new ArrayList<>()).add(new Span(waiting.remove(id), at));
            }
        }
        for (Map.Entry<String, Instant> still : waiting.entrySet()) {
            waits.computeIfAbsent(still.getKey(), ticket -> new ArrayList<>()).add(new Span(still.getValue(), end));
        }
        waits.forEach((id, spans) -> {
            if (spans.stream().anyMatch(wait -> disturbing.values().stream().anyMatch(wait::meets))) {
                untold.add(id);
            }
        });
    }

    boolean tells(String ticketId) {
        return !untold.contains(ticketId);
    }
}
