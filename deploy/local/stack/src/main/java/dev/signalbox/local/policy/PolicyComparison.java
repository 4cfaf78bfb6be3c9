package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.PolicyDifference.Change;
import dev.signalbox.decisions.policy.PromotionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What another policy changes for the tickets of a log, by plan, and whether it is fair (N7). */
public final class PolicyComparison {

    private static final List<String> FIELDS = List.of("score", "band", "tier", "queue", "target", "agent");

    private static final Set<String> WAYS = Set.of("tier", "queue", "row");

    /** A ticket with everything that the other policy decides otherwise. */
    public record Judged(CaseFile file, List<Change> changes) {}

    private final TicketLog log;
    private final List<Judged> tickets;
    private final Choices choices;
    private final PromotionPolicy rules;
    private final Fairness fairness;

    /** Tickets that go to others, or of which that is not told. */
    private final Set<String> moved;

    private final Map<PlanTier, PlanTally> tallies = new EnumMap<>(PlanTier.class);

    /**
     * Compares.
     *
     * @param versions of tickets, in the order of time; of each ticket the last one is counted
     * @param target the other policy's first response target
     * @param choices the other policy's
     */
    PolicyComparison(
            TicketLog log,
            List<Judged> versions,
            Function<CaseFile, Duration> target,
            Choices choices,
            PromotionPolicy rules) {
        this.log = log;
        this.choices = choices;
        this.rules = rules;
        this.tickets = withAgents(last(log, versions), choices);
        for (PlanTier plan : PlanTier.values()) {
            tallies.put(plan, new PlanTally());
        }
        this.tickets.forEach(
                ticket -> tallies.get(ticket.file().account().planTier()).add(ticket.changes()));
        this.moved = choices.unsettled();
        moved.addAll(names(
                versions, version -> version.changes().stream().anyMatch(change -> WAYS.contains(change.field()))));
        Fate fate = new Fate(
                log.routed(), names(versions, version -> !version.changes().isEmpty()), moved);
        this.fairness = new Fairness(
                this.tickets.stream().map(Judged::file).toList(),
                log,
                target,
                file -> fate.tells(file.ticket().id()));
    }

    private static List<Judged> withAgents(List<Judged> tickets, Choices choices) {
        Map<String, Change> agents = new HashMap<>();
        choices.different()
                .forEach(each -> agents.putIfAbsent(
                        each.ticketId(),
                        new Change(
                                "agent",
                                each.recorded().orElse(null),
                                each.now().orElse(null))));
        return tickets.stream()
                .map(ticket -> {
                    Change agent = agents.get(ticket.file().ticket().id());
                    List<Change> all = new ArrayList<>(ticket.changes());
                    if (agent != null) {
                        all.add(agent);
                    }
                    return new Judged(ticket.file(), all);
                })
                .toList();
    }

    private static List<Judged> last(TicketLog log, List<Judged> versions) {
        Set<CaseFile> last = Collections.newSetFromMap(new IdentityHashMap<>());
        last.addAll(log.tickets());
        return versions.stream().filter(each -> last.contains(each.file())).toList();
    }

    private static Set<String> names(List<Judged> versions, Predicate<Judged> which) {
        return versions.stream()
                .filter(which)
                .map(ticket -> ticket.file().ticket().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What it costs that tickets go from one agent to another. */
    Handovers handovers() {
        return Handovers.in(log, ticket -> !moved.contains(ticket));
    }

    /** What late first answers cost, before and after. */
    String penalty() {
        return fairness.penalty(rules.costOfABreach());
    }

    /** How many tickets change. */
    public int different() {
        return tallies.values().stream().mapToInt(PlanTally::different).sum();
    }

    /** Plans that lose by it more often than the others do, one sentence each; empty: none was found. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (PlanTier plan : PlanTier.values()) {
            if (harmed(plan, ticket -> Optional.of(Promise.isWorse(ticket.changes())))) {
                violations.add(plan + " is promised less more often than the other plans: "
                        + tallies.get(plan).worse() + " of " + tallies.get(plan).tickets() + " tickets");
            }
            if (harmed(plan, ticket -> fairness.after(ticket.file()))
                    && !harmed(plan, ticket -> fairness.before(ticket.file()))) {
                violations.add("first answers to " + plan
                        + " would break their promise more often than those to the other plans: "
                        + fairness.share(plan, fairness::after));
            }
        }
        return violations;
    }

    private boolean harmed(PlanTier plan, Function<Judged, Optional<Boolean>> harm) {
        PairedTest test =
                new PairedTest(rules.odds().doubleValue(), rules.falseAlarm().doubleValue());
        tickets.forEach(ticket -> harm.apply(ticket)
                .ifPresent(harmed -> test.add(ticket.file().account().planTier() == plan, harmed)));
        return test.violated();
    }

    /** Tells everything, with sample sizes, and what cannot be told. */
    public void print(Consumer<String> out) {
        out.accept("Tickets that change, by plan");
        out.accept(String.format(
                Locale.ROOT,
                "  %-11s %8s %8s %8s %8s %8s %8s %8s %8s %8s %8s",
                "plan",
                "tickets",
                "changed",
                "score",
                "band",
                "tier",
                "queue",
                "target",
                "agent",
                "worse",
                "better"));
        tallies.forEach((plan, tally) -> out.accept(String.format(
                Locale.ROOT,
                "  %-11s %8d %8d %8d %8d %8d %8d %8d %8d %8d %8d",
                plan,
                tally.tickets(),
                tally.different(),
                tally.of(FIELDS.get(0)),
                tally.of(FIELDS.get(1)),
                tally.of(FIELDS.get(2)),
                tally.of(FIELDS.get(3)),
                tally.of(FIELDS.get(4)),
                tally.of(FIELDS.get(5)),
                tally.worse(),
                tally.better())));
        fairness.print(out);
        out.accept("  " + choices.spread());
        violations().forEach(violation -> out.accept("  violated  " + violation));
        if (violations().isEmpty()) {
            out.accept("  no objective is violated (false alarms: " + rules.falseAlarm()
                    + " for each plan and objective)");
        }
    }
}
