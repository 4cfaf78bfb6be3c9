package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PolicyDifference.Change;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.policy.PromotionPolicy;
import dev.signalbox.local.policy.PolicyComparison.Judged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Replays recorded tickets through a policy (N1). Decisions come from the log alone; what it does not tell is counted. */
public final class WhatIf {

    private static final int MOST_LISTED = 20;

    private final TicketLog log;
    private final PolicyDocument candidate;
    private final Choices choices;
    private final List<Judged> judged = new ArrayList<>();
    private int versions;
    private int routes;
    private int untoldTiers;

    /**
     * Replays them.
     *
     * @param policies published ones, by hash
     */
    public WhatIf(TicketLog log, Function<String, Optional<PolicyDocument>> policies, PolicyDocument candidate) {
        this.log = log;
        this.candidate = candidate;
        this.choices = new Choices(log, policies, candidate);
        Map<String, CaseFile> firstRoutes = log.firstRoutes();
        for (CaseFile file : log.scored()) {
            versions++;
            List<Change> changes = new ArrayList<>(scoredOtherwise(file));
            CaseFile first = firstRoutes.get(file.ticket().id());
            if (first != null && first.version() == file.version()) {
                routes++;
                changes.addAll(routedOtherwise(first));
            }
            judged.add(new Judged(file, changes));
        }
    }

    /** Versions of tickets that come out otherwise. */
    public List<Judged> different() {
        return judged.stream().filter(each -> !each.changes().isEmpty()).toList();
    }

    /** Choices of an agent that come out otherwise, or of which the log does not tell. */
    public long choicesNotAlike() {
        return choices.different().size() + choices.untold();
    }

    /** How many choices of an agent were made again. */
    public int choices() {
        return choices.made().size();
    }

    private List<Change> scoredOtherwise(CaseFile file) {
        Decided decided = Decided.of(candidate.policy(), file);
        List<Change> changes = new ArrayList<>();
        compare("score", file.score().value(), decided.score().value(), changes);
        compare("band", file.score().band(), decided.score().band(), changes);
        compare(
                "firstResponse",
                file.sla().firstResponse().target(),
                decided.sla().firstResponse().target(),
                changes);
        compare(
                "nextResponse",
                file.sla().nextResponse().target(),
                decided.sla().nextResponse().target(),
                changes);
        compare(
                "resolution",
                file.sla().resolution().target(),
                decided.sla().resolution().target(),
                changes);
        return changes;
    }

    private List<Change> routedOtherwise(CaseFile recorded) {
        Route before = recorded.route();
        Decided decided = Decided.of(candidate.policy(), recorded);
        Route after = decided.route();
        List<Change> changes = new ArrayList<>();
        if (after == null) {
            return changes;
        }
        compare("row", before.matrixRow(), after.matrixRow(), changes);
        compare("queue", before.queue(), after.queue(), changes);
        if (before.decision() == RouteDecision.ASSIGNED) {
            // the owner's own tier depends on who was free: only that the lane still asks that tier can be told
            if (decided.placement().tiers().contains(before.supportTier())) {
                return changes;
            }
            untoldTiers++;
        }
        compare("tier", before.supportTier(), after.supportTier(), changes);
        return changes;
    }

    private static void compare(String field, Object before, Object after, List<Change> changes) {
        if (!Decided.same(before, after)) {
            changes.add(new Change(field, Objects.toString(before, null), Objects.toString(after, null)));
        }
    }

    /** The comparison by plan; the last version of each ticket counts. */
    PolicyComparison comparison(PromotionPolicy rules) {
        return new PolicyComparison(log, judged, this::target, choices, rules);
    }

    private Duration target(CaseFile file) {
        return Decided.of(candidate.policy(), file).sla().firstResponse().target();
    }

    /** Tells what would have been otherwise. */
    public void print(Consumer<String> out, PromotionPolicy rules) {
        out.accept("Replayed " + versions + " versions, " + routes + " first routing decisions and "
                + choices.made().size() + " choices of an agent with "
                + candidate.policy().name() + ", " + candidate.hash());
        out.accept(different().size() + " versions come out otherwise in score, band, target, tier or queue");
        different().stream()
                .limit(MOST_LISTED)
                .forEach(each -> out.accept("  " + each.file().ticket().id() + " version "
                        + each.file().version() + ": " + told(each.changes())));
        if (different().size() > MOST_LISTED) {
            out.accept("  and " + (different().size() - MOST_LISTED) + " more");
        }
        choices.print(out);
        if (untoldTiers > 0) {
            out.accept("Not told by the log: the tier of " + untoldTiers
                    + " owners whom the policy would not ask; the first tier asked is shown instead");
        }
        PolicyComparison comparison = comparison(rules);
        comparison.print(out);
        out.accept(comparison.handovers().sentence(rules));
        out.accept(comparison.penalty());
    }

    private static String told(List<Change> changes) {
        return String.join(
                ", ",
                changes.stream()
                        .map(change -> change.field() + " " + change.active() + " -> " + change.shadow())
                        .toList());
    }
}
