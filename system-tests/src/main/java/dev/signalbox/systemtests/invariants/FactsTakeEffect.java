package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Routing;
import dev.signalbox.systemtests.history.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In the end every ticket stands where its accepted activity puts it: solved is released or closed and no clock runs,
 * anything else is neither; answered means that no first response is owed.
 */
final class FactsTakeEffect implements Invariant {

    private static final Set<RouteDecision> ENDS = Set.of(RouteDecision.RELEASED, RouteDecision.CLOSED);
    private static final Set<ActivityKind> STANDING = Set.of(ActivityKind.SOLVED, ActivityKind.REOPENED);

    private record Running(String ticketId, ClockKind clock) {}

    @Override
    public String violation() {
        return "accepted activity without its effect";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<String, List<Said<Routing>>> routings = history.firsts(Topic.TICKETS_ROUTED, Routing.class);
        Set<Running> running = running(history);
        facts(history).forEach((ticketId, facts) -> {
            List<Said<Routing>> routed = routings.get(ticketId);
            if (routed == null) {
                return;
            }
            Routing last = routed.stream()
                    .max(Comparator.comparingLong(Said::sequence))
                    .orElseThrow()
                    .content();
            boolean done = isDone(facts);
            boolean answered = facts.stream().anyMatch(fact -> fact.activity() == ActivityKind.AGENT_REPLIED);
            violations.addIf(
                    done != ENDS.contains(last.decision()),
                    ticketId + (done ? " is solved but " : " is open but ") + last.decision());
            violations.addIf(
                    done && running.contains(new Running(ticketId, ClockKind.RESOLUTION)),
                    ticketId + " is solved but its clock runs");
            violations.addIf(
                    answered && running.contains(new Running(ticketId, ClockKind.FIRST_RESPONSE)),
                    ticketId + " is answered but its clock runs");
        });
    }

    private static Map<String, List<Accepted>> facts(History history) {
        return history.accepted().stream()
                .filter(accepted -> accepted.kind() == Accepted.Kind.ACTIVITY)
                .collect(Collectors.groupingBy(Accepted::ticketId));
    }

    private static boolean isDone(List<Accepted> facts) {
        return facts.stream()
                .filter(fact -> STANDING.contains(fact.activity()))
                .max(Comparator.comparing(Accepted::at).thenComparing(Accepted::factId))
                .filter(fact -> fact.activity() == ActivityKind.SOLVED)
                .isPresent();
    }

    private static Set<Running> running(History history) {
        return ClockHistory.of(history).entrySet().stream()
                .filter(clock -> clock.getValue().running())
                .map(clock ->
                        new Running(clock.getKey().ticketId(), clock.getKey().clock()))
                .collect(Collectors.toSet());
    }
}
