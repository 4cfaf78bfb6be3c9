package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Seeds;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random days on the floor: whatever happens in whatever order, these things stay true. */
class RoutingPropertiesTest {

    private static final int DAYS = Seeds.rounds(60);
    private static final int STEPS = 120;
    private static final List<String> SKILLS = List.of("billing", "login", "security");
    private static final Set<RouteCause> BY_OTHERS =
            EnumSet.of(RouteCause.EXTERNAL, RouteCause.REASSIGNED_PERSON, RouteCause.ACCEPTED, RouteCause.ESCALATED);

    private final Random random = Seeds.random(RoutingPropertiesTest.class);
    private int ids;
    private long escalations;

    @Test
    void capacityEligibilityProtectionAndOrderHoldWhateverHappens() {
        for (int day = 0; day < DAYS; day++) {
            Floor floor = new Floor();
            for (int i = 0; i < 3 + random.nextInt(6); i++) {
                floor.with(agent("agent" + i));
            }
            for (int step = 0; step < STEPS; step++) {
                Map<String, Integer> said = counts(floor);
                somethingHappens(floor);
                check(floor, said);
            }
        }
    }

    private void check(Floor floor, Map<String, Integer> before) {
        Roster roster = floor.roster();
        for (Agent agent : roster.staff().agents()) {
            long counted = floor.tickets().values().stream()
                    .filter(kept -> agent.id().equals(kept.counted()))
                    .count();
            long external = floor.tickets().values().stream()
                    .filter(kept -> agent.id().equals(kept.counted()))
                    .filter(kept -> kept.state().ownership().owner().cause() == RouteCause.EXTERNAL)
                    .count();
            assertThat(counted)
                    .as("tickets of " + agent.id())
                    .isLessThanOrEqualTo(floor.policy().capacity().hard(agent.capacity()) + external);
        }
        floor.tickets().forEach((id, kept) -> {
            List<Route> told = floor.told(id);
            checkStory(id, told);
            Owner owner = kept.state().ownership().owner();
            if (kept.file() != null && kept.state().standing().ended()) {
                assertThat(owner).as("owner of the ended " + id).isNull();
            }
            for (Route route : told.subList(before.getOrDefault(id, 0), told.size())) {
                checkChoice(floor, route);
            }
        });
    }

    private static void checkStory(String id, List<Route> told) {
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).sequence()).as("sequence of " + id).isEqualTo(i + 1L);
            if (i > 0) {
                Route earlier = told.get(i - 1);
                Route later = told.get(i);
                boolean sameOwner = java.util.Objects.equals(earlier.agentId(), later.agentId());
                if (!sameOwner) {
                    assertThat(later.assignmentEpoch()).as("epoch of " + id).isGreaterThan(earlier.assignmentEpoch());
                }
            }
        }
    }

    private static void checkChoice(Floor floor, Route route) {
        if (route.decision() != RouteDecision.ASSIGNED || route.candidates().isEmpty()) {
            return;
        }
        Candidate first = route.candidates().get(0);
        if (BY_OTHERS.contains(route.cause()) || !first.eligible()) {
            return;
        }
        assertThat(route.agentId()).isEqualTo(first.agentId());
        assertThat(floor.presenceOf(first.agentId())).isEqualTo(Presence.ONLINE);
        boolean preferred = route.reasons().contains("the ticket's last agent");
        for (Candidate candidate : route.candidates()) {
            assertThat(candidate.eligible()).isEqualTo(candidate.refusedBecause() == null);
            if (candidate.eligible() && !preferred) {
                assertThat(candidate.points()).isLessThanOrEqualTo(first.points());
            }
        }
        if (route.supportTier() == SupportTier.T3) {
            boolean p1 = route.matrixRow().contains("P1");
            boolean opened = !floor.ticket(ticketOf(floor, route))
                    .state()
                    .standing()
                    .expertOpenings()
                    .isEmpty();
            boolean escalated = floor.ticket(ticketOf(floor, route)).state().heard().escalations().values().stream()
                    .anyMatch(escalation -> Need.opensExperts(floor.policy(), escalation));
            assertThat(p1 || opened || escalated).as("T3 was opened").isTrue();
        }
    }

    private static String ticketOf(Floor floor, Route route) {
        return floor.tickets().keySet().stream()
                .filter(id -> floor.told(id).contains(route))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> counts(Floor floor) {
        Map<String, Integer> counts = new java.util.HashMap<>();
        floor.tickets().keySet().forEach(id -> counts.put(id, floor.told(id).size()));
        return counts;
    }

    private void somethingHappens(Floor floor) {
        String ticket = any(List.copyOf(floor.tickets().keySet()));
        String agent = any(floor.roster().staff().agents()).id();
        floor.later(Duration.ofSeconds(random.nextInt(900)));
        int event = ticket == null ? 0 : random.nextInt(16);
        switch (event) {
            case 0, 1, 2, 3 -> floor.scored(file("t" + ++ids, 1, floor));
            case 4 ->
                floor.scored(file(ticket, floor.ticket(ticket).state().heard().version() + 1, floor));
            case 5 -> floor.presence(agent, any(List.of(Presence.values())));
            case 6 -> floor.happened(ticket, ActivityKind.AGENT_REPLIED, agent, null, null);
            case 7 -> floor.happened(ticket, ActivityKind.SOLVED, agent, TicketStatus.SOLVED, null);
            case 8 -> floor.happened(ticket, ActivityKind.REOPENED, null, TicketStatus.OPEN, null);
            case 9 ->
                floor.happened(ticket, ActivityKind.STATUS_CHANGED, agent, any(List.of(TicketStatus.values())), null);
            case 10 ->
                floor.happened(ticket, ActivityKind.ASSIGNED, random.nextBoolean() ? agent : "system", null, agent);
            case 11, 12 ->
                floor.acts(
                        ticket,
                        any(List.of(SlaActionKind.values())),
                        random.nextBoolean() ? ClockKind.RESOLUTION : ClockKind.FIRST_RESPONSE,
                        any(List.of(50, 75, 100)),
                        floor.epochOf(ticket) - random.nextInt(2));
            case 13 ->
                floor.escalated(Tickets.escalation(
                        ticket,
                        ++escalations,
                        any(List.of(EscalationTrigger.values())),
                        random.nextInt(3) == 0 ? EscalationState.RESOLVED : EscalationState.OPEN,
                        random.nextBoolean() ? agent : null,
                        random.nextBoolean() ? 100 : 50));
            case 14 -> command(floor, ticket, agent);
            default -> floor.look();
        }
    }

    private void command(Floor floor, String ticket, String agent) {
        long epoch = floor.epochOf(ticket);
        int kind = random.nextInt(3);
        try {
            floor.asks(ticket, (commands, draft) -> switch (kind) {
                case 0 -> commands.accept(draft, agent, epoch);
                case 1 -> commands.decline(draft, agent, epoch, null);
                default -> commands.move(draft, agent, epoch, RouteCause.REASSIGNED_PERSON, "asked for");
            });
        } catch (RefusedCommand refused) {
            assertThat(refused.code()).isNotBlank();
        }
    }

    private dev.signalbox.contracts.CaseFile file(String id, long version, Floor floor) {
        AnalysisOf analysis = AnalysisOf.plain()
                .about(any(List.of("BILLING", "LOGIN", "SECURITY")))
                .rated(any(List.of(Severity.values())));
        analysis = random.nextInt(8) == 0 ? analysis.rule("SECURITY_BREACH") : analysis;
        analysis = random.nextInt(8) == 0 ? analysis.uncertain() : analysis;
        analysis = random.nextInt(8) == 0 ? analysis.risk("legal") : analysis;
        var created =
                version == 1 ? floor.now() : floor.ticket(id).file().ticket().createdAt();
        return Tickets.of(
                version,
                id,
                any(List.of(Band.values())),
                analysis.build(),
                any(List.of(PlanTier.values())),
                TicketStatus.NEW,
                null,
                created,
                created);
    }

    private AgentProfile agent(String id) {
        return Tickets.agent(
                id,
                any(List.of(SupportTier.T1, SupportTier.T1, SupportTier.T2, SupportTier.T2, SupportTier.T3)),
                random.nextBoolean(),
                random.nextInt(4),
                Map.of(any(SKILLS), 1 + random.nextInt(5)),
                random.nextInt(3) == 0 ? List.of("enterprise") : List.of(),
                List.of());
    }

    private <T> T any(List<T> of) {
        return of.isEmpty() ? null : of.get(random.nextInt(of.size()));
    }
}
