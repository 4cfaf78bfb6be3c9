package dev.signalbox.local.demo;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.local.cli.Console;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The account of a demo: every ticket that went in is somewhere in the end. */
final class SummaryTable {

    private static final Map<RouteDecision, String> ENDS = new EnumMap<>(Map.of(
            RouteDecision.ASSIGNED, "with an agent",
            RouteDecision.CLOSED, "solved",
            RouteDecision.QUEUED, "in a queue",
            RouteDecision.SELF_SERVICE, "answered by self-service",
            RouteDecision.NEEDS_REVIEW, "with a reviewer",
            RouteDecision.NO_ELIGIBLE_AGENT, "nobody qualified on shift",
            RouteDecision.RELEASED, "released"));

    private final Tally tally;
    private final long in;

    /** @param in everything that was published as a new ticket, readable or not */
    SummaryTable(Tally tally, long in) {
        this.tally = tally;
        this.in = in;
    }

    /** Tickets of which nobody knows. */
    long lost() {
        long ends = tally.perEnd().values().stream().mapToLong(Long::longValue).sum();
        return in - ends - tally.quarantined();
    }

    void print(Console console) {
        console.result("");
        row(console, "tickets in", in);
        for (Map.Entry<Band, Long> band : tally.perBand().entrySet()) {
            row(console, "  band " + band.getKey(), band.getValue());
        }
        row(console, "assigned", tally.assigned());
        row(console, "queued", tally.queued());
        row(console, "re-offered", tally.reoffered());
        row(console, "reassigned before the deadline", tally.reassignedInTime());
        row(console, "escalated", tally.escalated());
        row(console, "breached", tally.breached());
        row(console, "quarantined", tally.quarantined());
        console.result("where they are now");
        for (Map.Entry<RouteDecision, Long> end : tally.perEnd().entrySet()) {
            if (end.getValue() > 0) {
                row(console, "  " + ENDS.get(end.getKey()), end.getValue());
            }
        }
        row(console, "  in quarantine", tally.quarantined());
        row(console, "  lost", lost());
    }

    private static void row(Console console, String name, long count) {
        console.result(String.format(Locale.ROOT, "%-34s %6d", name, count));
    }
}
