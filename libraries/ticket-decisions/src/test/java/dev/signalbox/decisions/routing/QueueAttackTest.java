package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.routing.queue.Queued;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Somebody who wants a ticket to starve, an agent to be overloaded or T3 to be asked without a reason: bursts, scoring
 * again, declines, agents who leave, with a reserve or without. Every round begins from what was kept, as after a restart or on another replica.
 * {@code -Dsignalbox.steps=1000000} for the long run.
 */
class QueueAttackTest {

    private static final int STEPS = Integer.getInteger("signalbox.steps", 5_000);
    private static final int CROWD = 24;
    private static final Set<RouteCause> BY_OTHERS =
            EnumSet.of(RouteCause.EXTERNAL, RouteCause.REASSIGNED_PERSON, RouteCause.ACCEPTED);

    private record Claim(String ticketId, String agentId) {}

    private static final class Budget {
        private final long number;
        private long claims;

        Budget(long number, long claims) {
            this.number = number;
            this.claims = claims;
        }
    }

    private final Random random = Seeds.random(QueueAttackTest.class);
    private final boolean lends = random.nextBoolean();
    private final Floor floor = lends ? new Floor(LendingTest.POLICY) : new Floor();
    private final Map<String, Budget> budgets = new HashMap<>();
    private int ids;
    private long escalations;
    private long claimed;
    private long ripeServed;
    private long expertClaims;

    @Test
    void boundCapacityEligibilityProtectionAndOwnershipHoldWhateverTheAdversaryDoes() {
        SupportTier[] tiers = {SupportTier.T1, SupportTier.T1, SupportTier.T2, SupportTier.T2, SupportTier.T3};
        for (int i = 0; i < tiers.length; i++) {
            floor.with(Tickets.agent(
                    "agent" + i,
                    tiers[i],
                    i % 2 == 0,
                    1 + i % 2,
                    Map.of("billing", 5, "login", 1 + i),
                    List.of(),
                    List.of()));
        }
        for (int step = 0; step < STEPS; step++) {
            floor.later(Duration.ofSeconds(random.nextInt(400)));
            grantBudgets();
            Map<String, Integer> said = new HashMap<>();
            floor.tickets().keySet().forEach(id -> said.put(id, floor.told(id).size()));
            Map<String, Queued> before = new HashMap<>();
            floor.tickets().forEach((id, kept) -> before.put(id, kept.state().queued()));
            somethingHappens();
            check(said, before);
            List.copyOf(floor.tickets().keySet()).stream()
                    .filter(id -> floor.ticket(id).state().standing().ended())
                    .forEach(floor::forget);
        }
        System.out.printf(
                "%s: %d steps, %d claims, %d of ripe tickets, %d of experts, %s%n",
                getClass().getSimpleName(),
                STEPS,
                claimed,
                ripeServed,
                expertClaims,
                lends ? "with a reserve" : "without a reserve");
        assertThat(ripeServed).as("ripe tickets served").isPositive();
        assertThat(expertClaims).as("tickets of experts").isPositive();
    }

    /** What the theorem promises whoever is ripe now. */
    private void grantBudgets() {
        Instant now = floor.now();
        budgets.keySet().removeIf(id -> queued(id) == null);
        for (String id : floor.tickets().keySet()) {
            Queued queued = queued(id);
            if (queued == null || queued.ripe().isAfter(now)) {
                budgets.remove(id);
            } else if (!budgets.containsKey(id) || budgets.get(id).number != queued.number()) {
                long ahead = floor.tickets().keySet().stream()
                        .map(this::queued)
                        .filter(other -> other != null && !other.ripe().isAfter(now) && before(other, queued))
                        .count();
                long claims = (floor.policy().queue().expressRun() + 1L) * (ahead + 1);
                budgets.put(id, new Budget(queued.number(), claims));
            }
        }
    }

    private static boolean before(Queued one, Queued other) {
        int ripe = one.ripe().compareTo(other.ripe());
        return ripe < 0 || (ripe == 0 && one.number() < other.number());
    }

    private Queued queued(String id) {
        Floor.Kept kept = floor.ticket(id);
        return kept == null ? null : kept.state().queued();
    }

    private void check(Map<String, Integer> said, Map<String, Queued> before) {
        Roster roster = floor.roster();
        floor.tickets().forEach((id, kept) -> {
            List<Route> told = floor.told(id);
            Owner owner = kept.state().ownership().owner();
            boolean waits = kept.state().standing().waiting();
            assertThat(kept.state().queued() != null)
                    .as("a place in the queue of " + id)
                    .isEqualTo(waits);
            assertThat(owner != null && waits).as("owned and waiting: " + id).isFalse();
            for (int i = said.getOrDefault(id, 0); i < told.size(); i++) {
                checkStory(id, i == 0 ? null : told.get(i - 1), told.get(i));
                checkClaim(roster, kept, told.get(i), before.get(id));
            }
        });
        for (Agent agent : roster.staff().agents()) {
            assertThat(roster.load(agent.id()))
                    .as("tickets of " + agent.id())
                    .isLessThanOrEqualTo(floor.policy().capacity().hard(agent.capacity()));
        }
    }

    private static void checkStory(String id, Route earlier, Route later) {
        if (earlier != null && !Objects.equals(earlier.agentId(), later.agentId())) {
            assertThat(later.assignmentEpoch()).as("epoch of " + id).isGreaterThan(earlier.assignmentEpoch());
        }
        if (later.decision() == RouteDecision.QUEUED) {
            assertThat(later.waitBound()).as("bound of " + id).isNotNull().isPositive();
        }
    }

    private void checkClaim(Roster roster, Floor.Kept kept, Route route, Queued before) {
        if (route.decision() != RouteDecision.ASSIGNED || BY_OTHERS.contains(route.cause())) {
            return;
        }
        boolean assigned = route.candidates().stream()
                .anyMatch(one -> one.eligible() && one.agentId().equals(route.agentId()));
        if (!assigned) {
            return;
        }
        String agent = route.agentId();
        Demand demand = demand(kept, roster);
        assertThat(floor.presenceOf(agent)).isEqualTo(Presence.ONLINE);
        assertThat(new Selector(floor.policy(), roster).qualifies(demand, agent))
                .as("%s qualifies for %s", agent, kept.state().ticketId())
                .isTrue();
        assertThat(kept.state().ownership().excluded()).doesNotContain(agent);
        if (roster.staff().agent(agent).tier() == SupportTier.T3) {
            expertClaims++;
            assertThat(demand.expertsOpen()).as("T3 was opened").isTrue();
        }
        claimed++;
        ripeServed += before != null && !before.ripe().isAfter(floor.now()) ? 1 : 0;
        spend(roster, new Claim(kept.state().ticketId(), agent));
    }

    /** Whoever is ripe, still waits and could have had this agent comes one claim nearer to his bound. */
    private void spend(Roster roster, Claim claim) {
        int index = roster.staff().indexOf(claim.agentId());
        int soft = roster.staff().agents().get(index).capacity();
        budgets.forEach((id, budget) -> {
            Queued queued = queued(id);
            if (id.equals(claim.ticketId()) || queued == null || queued.number() != budget.number) {
                return;
            }
            Floor.Kept kept = floor.ticket(id);
            Demand demand = demand(kept, roster);
            if (new Selector(floor.policy(), roster).qualifies(demand, claim.agentId())
                    && !kept.state().ownership().excluded().contains(claim.agentId())
                    && roster.load(claim.agentId()) <= floor.policy().capacity().limit(soft, demand.band())) {
                assertThat(--budget.claims)
                        .as("%s should have had its turn before %s", id, claim)
                        .isPositive();
            }
        });
    }

    private Demand demand(Floor.Kept kept, Roster roster) {
        return Need.of(Draft.of(kept.file(), floor.rules(), kept.state(), kept.counted()), roster)
                .demand();
    }

    private void somethingHappens() {
        String ticket = any(List.copyOf(floor.tickets().keySet()));
        String agent = any(floor.roster().staff().agents()).id();
        int event = ticket == null ? 0 : random.nextInt(14);
        switch (event) {
            case 0, 1, 2, 3 -> burst();
            case 4 ->
                floor.scored(file(ticket, floor.ticket(ticket).state().heard().version() + 1));
            case 5 -> floor.presence(agent, random.nextInt(3) == 0 ? Presence.AWAY : Presence.ONLINE);
            case 6 ->
                floor.escalated(Tickets.escalation(
                        ticket,
                        ++escalations,
                        any(List.of(EscalationTrigger.values())),
                        random.nextInt(3) == 0 ? EscalationState.RESOLVED : EscalationState.OPEN,
                        agent,
                        random.nextBoolean() ? 100 : 50));
            case 7, 8 -> decline(ticket);
            case 9, 10, 11, 12 -> solve();
            default -> floor.look();
        }
    }

    private void burst() {
        for (int i = random.nextInt(3); i >= 0 && floor.tickets().size() < CROWD; i--) {
            floor.scored(file("t" + ++ids, 1));
        }
    }

    private void decline(String ticket) {
        String owner = floor.ownerOf(ticket);
        if (owner != null) {
            floor.asks(ticket, (commands, draft) -> commands.decline(draft, owner, floor.epochOf(ticket), null));
        }
    }

    private void solve() {
        String owned = any(floor.tickets().keySet().stream()
                .filter(id -> floor.ownerOf(id) != null)
                .toList());
        if (owned != null) {
            floor.happened(owned, ActivityKind.SOLVED, floor.ownerOf(owned), TicketStatus.SOLVED, null);
        }
    }

    private CaseFile file(String id, long version) {
        AnalysisOf analysis =
                AnalysisOf.plain().about(any(List.of("BILLING", "LOGIN"))).rated(any(List.of(Severity.values())));
        Instant created = version == 1
                ? floor.now().minus(Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(4000) : 0))
                : floor.ticket(id).file().ticket().createdAt();
        Band band = random.nextInt(3) == 0 ? Band.CRITICAL : any(List.of(Band.values()));
        return Tickets.of(
                version,
                id,
                band,
                analysis.build(),
                any(List.of(PlanTier.values())),
                TicketStatus.NEW,
                null,
                created,
                created);
    }

    private <T> T any(List<T> of) {
        return of.isEmpty() ? null : of.get(random.nextInt(of.size()));
    }
}
