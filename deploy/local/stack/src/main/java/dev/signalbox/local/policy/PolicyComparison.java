package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.PolicyDifference.Change;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.decisions.policy.PromotionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What another policy changes for the tickets of a log, by plan, and whether it is fair (N7). */
public final class PolicyComparison {

    private static final List<String> FIELDS = List.of("score", "band", "tier", "queue", "target");

    /** A ticket with everything that the other policy decides otherwise. */
    public record Judged(CaseFile file, List<Change> changes) {}

    private final TicketLog log;
    private final List<Judged> tickets;
    private final Function<CaseFile, Duration> target;
    private final PromotionPolicy rules;
    private final Map<PlanTier, PlanTally> tallies = new EnumMap<>(PlanTier.class);

    /**
     * Compares.
     *
     * @param tickets in the order of time
     * @param target the other policy's first response target
     */
    public PolicyComparison(
            TicketLog log, List<Judged> tickets, Function<CaseFile, Duration> target, PromotionPolicy rules) {
        this.log = log;
        this.tickets = List.copyOf(tickets);
        this.target = target;
        this.rules = rules;
        for (PlanTier plan : PlanTier.values()) {
            tallies.put(plan, new PlanTally());
        }
        tickets.forEach(
                ticket -> tallies.get(ticket.file().account().planTier()).add(ticket.changes()));
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
            if (harmed(plan, ticket -> after(ticket.file())) && !harmed(plan, ticket -> before(ticket.file()))) {
                violations.add("first answers to " + plan
                        + " would break their promise more often than those to the other plans: "
                        + share(plan, file -> after(file)));
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

    private Optional<Boolean> before(CaseFile file) {
        return Optional.ofNullable(log.answers().get(file.ticket().id())).map(FirstAnswer::breached);
    }

    private Optional<Boolean> after(CaseFile file) {
        return Optional.ofNullable(log.answers().get(file.ticket().id()))
                .flatMap(answer -> answer.breaks(target.apply(file)));
    }

    /** Tells everything, with sample sizes, and what cannot be told. */
    public void print(Consumer<String> out) {
        out.accept("Tickets that change, by plan");
        out.accept(String.format(
                Locale.ROOT,
                "  %-11s %8s %8s %8s %8s %8s %8s %8s %8s %8s",
                "plan",
                "tickets",
                "changed",
                "score",
                "band",
                "tier",
                "queue",
                "target",
                "worse",
                "better"));
        tallies.forEach((plan, tally) -> out.accept(String.format(
                Locale.ROOT,
                "  %-11s %8d %8d %8d %8d %8d %8d %8d %8d %8d",
                plan,
                tally.tickets(),
                tally.different(),
                tally.of(FIELDS.get(0)),
                tally.of(FIELDS.get(1)),
                tally.of(FIELDS.get(2)),
                tally.of(FIELDS.get(3)),
                tally.of(FIELDS.get(4)),
                tally.worse(),
                tally.better())));
        out.accept("Fairness by plan, before and after (share, tickets that tell)");
        for (PlanTier plan : PlanTier.values()) {
            out.accept(String.format(
                    Locale.ROOT,
                    "  %-11s breached %s -> %s, longest wait %s, negative %s",
                    plan,
                    share(plan, this::before),
                    share(plan, this::after),
                    longestWait(plan),
                    share(plan, file -> Optional.of(file.analysis().sentiment().label() == Sentiment.Label.NEGATIVE))));
        }
        out.accept(String.format(
                Locale.ROOT,
                "  load spread over %d agents before: %.2f (Jain's index, 1 is even)",
                log.assignments().size(),
                jain()));
        out.accept(
                "Not told by the log: who would have answered, and when, in another order of the queue; so after, the"
                        + " longest wait, the load spread and the sentiment are not guessed, and 'breached' measures the answers"
                        + " that were given against the other promise. First answers that tell nothing: "
                        + tickets.stream()
                                .filter(ticket -> after(ticket.file()).isEmpty())
                                .count() + " of " + tickets.size());
        violations().forEach(violation -> out.accept("  violated  " + violation));
        if (violations().isEmpty()) {
            out.accept("  no objective is violated (false alarms: " + rules.falseAlarm()
                    + " for each plan and objective)");
        }
    }

    private String share(PlanTier plan, Function<CaseFile, Optional<Boolean>> what) {
        List<Boolean> told = tickets.stream()
                .map(Judged::file)
                .filter(file -> file.account().planTier() == plan)
                .flatMap(file -> what.apply(file).stream())
                .toList();
        long yes = told.stream().filter(each -> each).count();
        return told.isEmpty()
                ? "- (0)"
                : String.format(Locale.ROOT, "%.1f %% (%d)", 100.0 * yes / told.size(), told.size());
    }

    private String longestWait(PlanTier plan) {
        return tickets.stream()
                .map(Judged::file)
                .filter(file -> file.account().planTier() == plan)
                .flatMap(file ->
                        Optional.ofNullable(log.answers().get(file.ticket().id())).stream())
                .flatMap(answer -> answer.elapsed().stream())
                .max(Duration::compareTo)
                .map(Duration::toString)
                .orElse("-");
    }

    private double jain() {
        double sum = 0;
        double squares = 0;
        for (int load : log.assignments().values()) {
            sum += load;
            squares += (double) load * load;
        }
        return squares == 0 ? 1 : sum * sum / (log.assignments().size() * squares);
    }
}
