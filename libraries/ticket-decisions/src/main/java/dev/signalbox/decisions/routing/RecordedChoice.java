package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDemand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recorded choice of an owner, made again from what was recorded of it: the demand and the candidates with their loads
 * and turns (N1, N2). Profiles are not part of a record: they are given as they are known now, and a record that they do
 * not explain is not made again.
 */
public final class RecordedChoice {

    /** Why it is not known whom a policy would choose. */
    public enum Untold {
        /** The profile of a candidate is no longer known, or does not explain what was recorded of him. */
        PROFILE,
        /** The policy does not have the lane. */
        LANE,
        /** It depends on agents of whom was not recorded whether they were free. */
        AVAILABILITY
    }

    /**
     * The choice as it comes out.
     *
     * @param agentId null: nobody, or not known
     * @param untold null: known
     */
    public record Again(@Nullable String agentId, @Nullable Untold untold) {}

    private record Ask(Demand demand, BigDecimal elapsed) {}

    private final CaseFile file;
    private final Route route;
    private final RouteDemand asked;
    private final RoutingRules decidedBy;
    private final List<Candidate> candidates;
    private final Staff staff;

    private RecordedChoice(CaseFile file, Route route, RouteDemand asked, RoutingRules decidedBy, Staff staff) {
        this.file = file;
        this.route = route;
        this.asked = asked;
        this.decidedBy = decidedBy;
        this.candidates = route.candidates();
        this.staff = staff;
    }

    /**
     * Reads a record.
     *
     * @param decidedBy the policy that decided it
     * @param profiles of all agents, by id
     * @return null: no choice was made, or the record is of a version that did not record demands
     */
    public static @Nullable RecordedChoice of(
            CaseFile routed, RoutingRules decidedBy, Map<String, AgentProfile> profiles) {
        Route route = routed.route();
        if (route == null || route.demand() == null || route.queue() == null) {
            return null;
        }
        boolean all = route.candidates().size() < decidedBy.policy().limits().candidates();
        List<AgentProfile> considered = all ? named(route.candidates(), profiles) : List.copyOf(profiles.values());
        return new RecordedChoice(routed, route, route.demand(), decidedBy, staff(considered));
    }

    private static List<AgentProfile> named(List<Candidate> candidates, Map<String, AgentProfile> profiles) {
        List<AgentProfile> named = new ArrayList<>();
        for (Candidate candidate : candidates) {
            AgentProfile profile = profiles.get(candidate.agentId());
            if (profile != null) {
                named.add(profile);
            }
        }
        return named;
    }

    /** Whether somebody was on shift is recorded, so shifts do not count again. */
    private static Staff staff(Collection<AgentProfile> profiles) {
        return new Staff(profiles.stream()
                .map(profile -> new Agent(profile.withShifts(List.of())))
                .toList());
    }

    /** Who was chosen, or null: nobody was eligible. */
    public @Nullable String agentId() {
        return candidates.isEmpty() || !candidates.get(0).eligible()
                ? null
                : candidates.get(0).agentId();
    }

    /**
     * Whom a policy chooses of the same candidates in the same state.
     *
     * @param rules also those that decided it
     * @param decided the case with score and targets of that policy
     */
    public Again by(RoutingRules rules, CaseFile decided) {
        RoutingPolicy policy = rules.policy();
        if (!explained()) {
            return new Again(null, Untold.PROFILE);
        }
        Ask before = new Ask(demand(), asked.elapsed());
        Ask now = changed(before, rules, decided);
        String lane = now.demand().lane();
        if (!policy.lanes().containsKey(lane)) {
            return new Again(null, Untold.LANE);
        }
        boolean sameHolding =
                Objects.equals(policy.lending(), decidedBy.policy().lending())
                        && Objects.equals(policy.fairShare(), decidedBy.policy().fairShare());
        if (!sameHolding) {
            return new Again(null, Untold.AVAILABILITY);
        }
        String known = pick(policy, now, false);
        boolean alike = now.equals(before)
                && policy.lane(lane).equals(decidedBy.policy().lanes().get(lane))
                && policy.choice().equals(decidedBy.policy().choice())
                && policy.capacity().equals(decidedBy.policy().capacity());
        // who is unknown was refused or came after those listed: nothing else is asked, so he does not matter
        return alike || Objects.equals(known, pick(policy, now, true))
                ? new Again(known, null)
                : new Again(null, Untold.AVAILABILITY);
    }

    /** What the policy would ask instead; what the ticket's history had changed stays as it was recorded. */
    private Ask changed(Ask before, RoutingRules rules, CaseFile decided) {
        Roster then = new Roster(staff, route.decidedAt());
        Need recorded = need(decidedBy, file, then);
        Need other = need(rules, decided, then);
        Demand was = before.demand();
        Demand plain = recorded.demand();
        Demand now = other.demand();
        boolean sameWay = was.rule() == plain.rule() && was.lane().equals(plain.lane());
        Demand demand = new Demand(
                sameWay ? now.rule() : was.rule(),
                sameWay ? now.lane() : was.lane(),
                now.band(),
                follow(was.skill(), plain.skill(), now.skill()),
                Objects.equals(was.pod(), plain.pod()) ? now.pod() : was.pod(),
                was.language(),
                was.region(),
                follow(was.floor(), plain.floor(), now.floor()),
                follow(was.expertsOpen(), plain.expertsOpen(), now.expertsOpen()));
        BigDecimal elapsed = recorded.window().elapsed(then.now());
        BigDecimal elsewhere = other.window().elapsed(then.now());
        boolean follows = elapsed.compareTo(before.elapsed()) == 0 && elapsed.compareTo(elsewhere) != 0;
        return new Ask(demand, follows ? elsewhere : before.elapsed());
    }

    private static <T> T follow(T recorded, T plain, T other) {
        return Objects.equals(recorded, plain) ? other : recorded;
    }

    private static Need need(RoutingRules rules, CaseFile file, Roster roster) {
        TicketState fresh = TicketState.unknown(file.ticket().id()).with(Heard.NOTHING.version(file.version()));
        return Need.of(Draft.of(file, rules, fresh, null), roster);
    }

    private Demand demand() {
        return new Demand(
                Precedence.valueOf(asked.rule()),
                asked.lane(),
                Need.scored(file.score()).band(),
                Objects.requireNonNull(route.queue()),
                route.pod(),
                file.ticket().language(),
                file.ticket().region() == null
                        ? file.account().region()
                        : file.ticket().region(),
                asked.floor(),
                asked.expertsOpen());
    }

    /**
     * Chooses.
     *
     * @param unknownAreFree whoever may have been free was, and had no ticket
     */
    private @Nullable String pick(RoutingPolicy policy, Ask ask, boolean unknownAreFree) {
        boolean sameLimits = policy.capacity().equals(decidedBy.policy().capacity())
                && ask.demand().band() == demand().band();
        Roster roster = new Roster(staff, route.decidedAt());
        if (unknownAreFree) {
            staff.agents().forEach(agent -> roster.present(agent.id(), Presence.ONLINE, Instant.EPOCH, 0));
        }
        for (Candidate candidate : candidates) {
            String id = candidate.agentId();
            boolean there = candidate.eligible() || Refusal.AT_CAPACITY.name().equals(candidate.refusedBecause());
            long turn = candidate.turn() == null ? 0 : candidate.turn();
            if (there) {
                roster.present(id, Presence.ONLINE, Instant.EPOCH, turn);
            } else if (!mayBeFree(candidate, sameLimits)) {
                roster.present(id, Presence.OFFLINE, Instant.EPOCH, turn);
            }
            roster.occupy(id, candidate.load());
        }
        Selection selection = new Selector(policy, roster, false)
                .claim(file, ask.demand(), Set.copyOf(asked.excluded()), asked.preferred(), ask.elapsed());
        return selection.chosen() == null ? null : selection.chosen().id();
    }

    /**
     * Refused for what he is, so that nobody asked whether he was free; but an earlier step would have found him.
     *
     * @param sameLimits who was full is full
     */
    private boolean mayBeFree(Candidate candidate, boolean sameLimits) {
        Agent agent = staff.agent(candidate.agentId());
        String refusal = candidate.refusedBecause();
        if (agent == null || refusal == null || Refusal.valueOf(refusal).compareTo(Refusal.EXCLUDED) > 0) {
            return false;
        }
        return steps().stream()
                .limit(sameLimits ? Math.max(0, asked.step() - 1) : 0)
                .map(demand()::requirement)
                .noneMatch(requirement -> requirement != null && requirement.refuses(agent) == null);
    }

    private boolean explained() {
        if (asked.step() == 0) {
            return true;
        }
        if (asked.step() > steps().size()) {
            return false;
        }
        Demand demand = demand();
        Requirement requirement = demand.requirement(steps().get(asked.step() - 1));
        boolean best = decidedBy.policy().lane(asked.lane()).picking() == Lane.Picking.BEST;
        Points points = new Points(demand, file, decidedBy.policy().choice());
        return requirement != null
                && candidates.stream().allMatch(candidate -> explained(candidate, requirement, best ? points : null));
    }

    private boolean explained(Candidate candidate, Requirement requirement, @Nullable Points points) {
        Agent agent = staff.agent(candidate.agentId());
        if (agent == null || agent.capacity() != candidate.soft()) {
            return false;
        }
        Refusal today = requirement.refuses(agent);
        if (!candidate.eligible()) {
            Refusal recorded = Refusal.valueOf(Objects.requireNonNull(candidate.refusedBecause()));
            return today == (recorded.compareTo(Refusal.EXCLUDED) < 0 ? recorded : null);
        }
        BigDecimal worth = candidate.points();
        return today == null
                && (points == null
                        || (worth != null
                                && Points.decimal(points.of(agent, candidate.load()))
                                                .compareTo(worth)
                                        == 0));
    }

    private List<Step> steps() {
        Lane lane = decidedBy.policy().lanes().get(asked.lane());
        return lane == null ? List.of() : lane.steps();
    }
}
