package dev.signalbox.decisions.policy;

import dev.signalbox.decisions.escalation.EscalationPolicy;
import dev.signalbox.decisions.escalation.Reachability;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.decisions.routing.RoutingRules;
import dev.signalbox.decisions.score.ScorePolicy;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.decisions.validation.Allowed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One policy document: every number that a decision uses.
 *
 * @param name what people call it; decisions name the document by its content hash
 * @param reviews when its parts are to be looked at again (S77), or null for a policy that does not say
 * @param promotion what must hold before another policy takes its place, or null for what the starter policy says
 */
public record Policy(
        String name,
        AnalysisPolicy analysis,
        ScorePolicy score,
        SlaPolicy sla,
        RoutingPolicy routing,
        EscalationPolicy escalation,
        @Nullable ReviewCalendar reviews,
        @Nullable PromotionPolicy promotion) {

    /** What routing decides by. */
    public RoutingRules routingRules() {
        return new RoutingRules(routing, sla::calendar);
    }

    public Policy {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name must say what people call this policy");
        }
        if (analysis == null || score == null || sla == null || routing == null || escalation == null) {
            throw new IllegalArgumentException(
                    "a policy needs the sections analysis, score, sla, routing and escalation");
        }
        Set<String> rules = analysis.hardRules().keySet();
        List<String> faults = new ArrayList<>();
        Set<String> floors = score.floors().hardKeyword().keySet();
        // a hard rule without its consequence, or a consequence without its rule, would go unnoticed until it matters
        if (!floors.equals(rules)) {
            faults.add("score.floors.hardKeyword must name exactly the rules of analysis.hardRules, "
                    + new TreeSet<>(rules) + ", names " + new TreeSet<>(floors));
        }
        faults.addAll(unknown("routing.skills.rules", routing.skills().rules().keySet(), "analysis.hardRules", rules));
        faults.addAll(unknown(
                "escalation.conditions.securityRules",
                escalation.conditions().securityRules(),
                "analysis.hardRules",
                rules));
        faults.addAll(unknown(
                "escalation.conditions.managerWords",
                escalation.conditions().managerWords(),
                "analysis.riskWords",
                analysis.riskWords().keySet()));
        faults.addAll(unknownHours(escalation, sla));
        Allowed.without(faults);
    }

    private static List<String> unknownHours(EscalationPolicy escalation, SlaPolicy sla) {
        Set<String> calendars = new TreeSet<>(sla.calendars().keySet());
        calendars.add(SlaPolicy.AROUND_THE_CLOCK);
        List<String> faults = new ArrayList<>();
        escalation.chains().forEach((name, chain) -> {
            for (int i = 0; i < chain.steps().size(); i++) {
                String hours = chain.steps().get(i).hours();
                String field = "escalation.chains." + name + ".steps[" + i + "].hours";
                faults.addAll(unknown(field, hours == null ? Set.of() : Set.of(hours), "sla.calendars", calendars));
            }
        });
        return faults;
    }

    /** Who can be told, and when. */
    public Reachability reachability() {
        return new Reachability(escalation.onCall(), sla.calendars());
    }

    private static List<String> unknown(
            String field, Collection<String> named, String where, Collection<String> known) {
        return named.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> field + " names '" + name + "', which " + where + " does not have; allowed are "
                        + new TreeSet<>(known))
                .toList();
    }
}
