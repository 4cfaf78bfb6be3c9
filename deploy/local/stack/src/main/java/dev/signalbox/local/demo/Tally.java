package dev.signalbox.local.demo;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts tickets by what happened to them and by where they are in the end. */
final class Tally {

    private final Map<String, Band> bands = new HashMap<>();
    private final Map<String, RouteDecision> ends = new HashMap<>();
    private final Set<String> arrived = new HashSet<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> queued = new HashSet<>();
    private final Set<String> reoffered = new HashSet<>();
    private final Set<String> savedByReassignment = new HashSet<>();
    private final Set<String> escalated = new HashSet<>();
    private final Set<String> breached = new HashSet<>();
    private final Set<String> quarantined = new HashSet<>();

    synchronized void arrived(String ticketId) {
        arrived.add(ticketId);
    }

    synchronized void scored(CaseFile file) {
        bands.put(file.ticket().id(), file.score().band());
    }

    synchronized void routed(CaseFile file) {
        String id = file.ticket().id();
        Route route = file.route();
        boolean solved = route.decision() == RouteDecision.RELEASED && route.cause() == RouteCause.SOLVED;
        ends.put(id, solved ? RouteDecision.CLOSED : route.decision());
        if (route.decision() == RouteDecision.ASSIGNED) {
            assigned.add(id);
        }
        if (route.decision() == RouteDecision.QUEUED) {
            queued.add(id);
        }
        if (route.cause() == RouteCause.REOFFERED) {
            reoffered.add(id);
        }
        boolean inTime = route.decidedAt().isBefore(file.sla().firstResponse().dueAt());
        if (route.cause() == RouteCause.REASSIGNED_SLA && inTime) {
            savedByReassignment.add(id);
        }
    }

    synchronized void clockChanged(ClockChange change) {
        if (change.kind() == ClockEvent.BREACHED) {
            breached.add(change.ticketId());
        }
    }

    synchronized void escalated(Escalation escalation) {
        if (escalation.change() == EscalationChange.OPENED) {
            escalated.add(escalation.ticketId());
        }
    }

    synchronized void quarantined(Quarantined record) {
        quarantined.add(record.id());
    }

    /** How many of the tickets that arrived have been routed. */
    synchronized boolean isSettled(int expected) {
        return ends.size() + quarantined.size() >= expected;
    }

    synchronized Map<Band, Long> perBand() {
        Map<Band, Long> counts = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            counts.put(band, bands.values().stream().filter(b -> b == band).count());
        }
        return counts;
    }

    synchronized Map<RouteDecision, Long> perEnd() {
        Map<RouteDecision, Long> counts = new EnumMap<>(RouteDecision.class);
        for (RouteDecision end : RouteDecision.values()) {
            counts.put(end, ends.values().stream().filter(e -> e == end).count());
        }
        return counts;
    }

    /** Tickets that somebody else than the demo's customers wrote. */
    synchronized long byOthers(Customers customers) {
        return arrived.stream().filter(id -> customers.written(id) == null).count();
    }

    synchronized int assigned() {
        return assigned.size();
    }

    synchronized int queued() {
        return queued.size();
    }

    synchronized int reoffered() {
        return reoffered.size();
    }

    synchronized int reassignedInTime() {
        return savedByReassignment.size();
    }

    synchronized int escalated() {
        return escalated.size();
    }

    synchronized int breached() {
        return breached.size();
    }

    synchronized int quarantined() {
        return quarantined.size();
    }
}
