package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.decisions.policy.PromotionPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How often tickets went from one agent to another, and what that cost (S71, S82).
 *
 * @param recorded all of them
 * @param misroutes those that were sent to the wrong agent at first
 * @param remain those of tickets of which the log tells that another policy gives them to the same agents
 */
record Handovers(int recorded, int misroutes, int remain) {

    private static final Set<RouteCause> MISROUTES =
            EnumSet.of(RouteCause.REASSIGNED_WRONG_SKILL, RouteCause.REASSIGNED_PERSON);

    /** @param same whether a ticket goes to the same agents */
    static Handovers in(TicketLog log, Predicate<String> same) {
        Map<String, String> owners = new HashMap<>();
        int recorded = 0;
        int misroutes = 0;
        int remain = 0;
        for (CaseFile file : log.routed()) {
            String id = file.ticket().id();
            Route route = file.route();
            if (route.cause() == RouteCause.SOLVED || route.cause() == RouteCause.REOPENED) {
                owners.remove(id);
            }
            String now = route.agentId();
            String before = now == null ? now : owners.put(id, now);
            if (before != null && !before.equals(now)) {
                recorded++;
                misroutes += MISROUTES.contains(route.cause()) ? 1 : 0;
                remain += same.test(id) ? 1 : 0;
            }
        }
        return new Handovers(recorded, misroutes, remain);
    }

    String sentence(PromotionPolicy rules) {
        return "Reassignments: " + recorded + " (" + misroutes + " misroutes), " + minutes(rules, recorded) + " -> "
                + remain + ", " + minutes(rules, remain) + ", and " + (recorded - remain)
                + " not told: their tickets may go to somebody else";
    }

    private static String minutes(PromotionPolicy rules, int times) {
        return minutes(rules.reassignment().resolution(), times) + " min until tickets are resolved and "
                + minutes(rules.reassignment().work(), times) + " min of work";
    }

    private static long minutes(Duration each, int times) {
        return each.multipliedBy(times).toMinutes();
    }
}
