package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.routing.RecordedChoice.Again;
import dev.signalbox.decisions.routing.RecordedChoice.Untold;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordedChoiceTest {

    private static final int STEPS = Seeds.rounds(1_500);
    private static final int CROWD = 24;
    private static final String WEIGHTS =
            "choice: {proficiency: 0.40, load: 0.30, similar: 0.15, region: 0.10, language: 0.05}";
    private static final List<RoutingPolicy> OTHERS = List.of(
            Floor.policy(
                    WEIGHTS, "choice: {proficiency: 0.05, load: 0.80, similar: 0.05, region: 0.05, language: 0.05}"),
            Floor.policy(WEIGHTS, "choice: {proficiency: 0, load: 0, similar: 0, region: 1, language: 0}"),
            Floor.policy("- {tiers: [T1, T2], skill: 1, language: true}", "- {tiers: [T2], skill: 1, language: true}"),
            Floor.policy("- {tiers: [T2], senior: true, skill: 2, language: true}", "- {tiers: [T1, T2], skill: 3}"),
            Floor.policy("capacity: {extra: 1, bands: [CRITICAL, HIGH]}", "capacity: {extra: 2, bands: [STANDARD]}"),
            Floor.policy("picking: ROUND_ROBIN", "picking: BEST"));

    private final Random random = Seeds.random(RecordedChoiceTest.class);
    private final Map<String, AgentProfile> profiles = new TreeMap<>();
    private int ids;

    @Test
    void thePolicyThatMadeItChoosesTheSameAgainWhateverHasHappened() {
        Floor floor = new Floor();
        someAgents(9).forEach(floor::with);
        Map<String, Integer> seen = new HashMap<>();
        int choices = 0;
        int nobody = 0;
        for (int step = 0; step < STEPS; step++) {
            floor.later(Duration.ofSeconds(random.nextInt(900)));
            somethingHappens(floor);
            for (Floor.Kept kept : floor.tickets().values()) {
                String id = kept.state().ticketId();
                List<Route> told = floor.told(id);
                for (Route route : told.subList(seen.getOrDefault(id, 0), told.size())) {
                    CaseFile recorded = Json.decode(Json.encode(kept.file().routed(route)), CaseFile.class);
                    RecordedChoice choice = RecordedChoice.of(recorded, floor.rules(), profiles);
                    if (choice == null) {
                        continue;
                    }
                    choices++;
                    nobody += choice.agentId() == null ? 1 : 0;
                    assertThat(choice.by(floor.rules(), recorded))
                            .as(() -> id + " " + route)
                            .isEqualTo(new Again(choice.agentId(), null));
                }
                seen.put(id, told.size());
            }
            List.copyOf(floor.tickets().keySet()).stream()
                    .filter(id -> floor.ticket(id).state().standing().ended())
                    .forEach(floor::forget);
        }
        System.out.println(choices + " choices were made again, of " + nobody + " of which nobody was eligible");
        assertThat(choices).isGreaterThan(STEPS / 10);
        assertThat(nobody).isPositive().isLessThan(choices);
    }

    @Test
    void whatIsSaidOfAnotherPolicyIsWhatItWouldHaveDone() {
        RoutingPolicy policy = new Floor().policy();
        int told = 0;
        int otherwise = 0;
        for (int i = 0; i < STEPS; i++) {
            profiles.clear();
            List<AgentProfile> agents = someAgents(1 + random.nextInt(8));
            long seats = random.nextLong();
            CaseFile file = Tickets.of("t", Band.values()[random.nextInt(4)]);
            Demand demand = demand(file);
            Set<String> excluded = random.nextBoolean() ? Set.of("agent0") : Set.of();
            BigDecimal elapsed = new BigDecimal(random.nextInt(101)).movePointLeft(2);
            Selection made = new Selector(policy, roster(agents, seats)).claim(file, demand, excluded, null, elapsed);
            RoutingPolicy other = OTHERS.get(random.nextInt(OTHERS.size()));
            Agent expected = new Selector(other, roster(agents, seats))
                    .claim(file, demand, excluded, null, elapsed)
                    .chosen();

            Again again = RecordedChoice.of(file.routed(route(demand, made)), Floor.rules(policy), profiles)
                    .by(Floor.rules(other), file);

            if (again.untold() == null) {
                told++;
                assertThat(again.agentId()).isEqualTo(expected == null ? null : expected.id());
                otherwise += made.chosen() == expected ? 0 : 1;
            } else {
                assertThat(again.untold()).isEqualTo(Untold.AVAILABILITY);
            }
        }
        System.out.printf("%d of %d choices of another policy are told, %d are others%n", told, STEPS, otherwise);
        assertThat(told).isGreaterThan(STEPS / 2);
        assertThat(otherwise).isPositive();
    }

    @Test
    void aRecordThatTheProfilesDoNotExplainIsNotMadeAgain() {
        RoutingRules rules = new Floor().rules();
        Floor floor = new Floor().with(learnt("lena", 5), learnt("tom", 3));
        Route route = floor.scored(Tickets.of("t1", Band.STANDARD));
        CaseFile recorded = floor.ticket("t1").file().routed(route);
        assertThat(route.agentId()).isEqualTo("lena");

        assertThat(RecordedChoice.of(recorded, rules, Map.of("lena", learnt("lena", 5), "tom", learnt("tom", 3)))
                        .by(rules, recorded))
                .isEqualTo(new Again("lena", null));
        assertThat(RecordedChoice.of(recorded, rules, Map.of("lena", learnt("lena", 4), "tom", learnt("tom", 3)))
                        .by(rules, recorded))
                .isEqualTo(new Again(null, Untold.PROFILE));
        assertThat(RecordedChoice.of(recorded, rules, Map.of("lena", learnt("lena", 5)))
                        .by(rules, recorded))
                .isEqualTo(new Again(null, Untold.PROFILE));
    }

    private AgentProfile learnt(String id, int billing) {
        return Tickets.agent(id, SupportTier.T1, 3, Map.of("billing", billing));
    }

    private List<AgentProfile> someAgents(int number) {
        for (int i = 0; i < number; i++) {
            profiles.put(
                    "agent" + i,
                    Tickets.agent(
                            "agent" + i,
                            SupportTier.values()[1 + random.nextInt(3)],
                            random.nextBoolean(),
                            1 + random.nextInt(3),
                            random.nextInt(3) > 0 ? Map.of("billing", 1 + random.nextInt(5)) : Map.of("login", 3),
                            random.nextBoolean() ? List.of("enterprise") : List.of(),
                            List.of()));
        }
        return List.copyOf(profiles.values());
    }

    private Demand demand(CaseFile file) {
        return new Demand(
                Precedence.PERSON,
                List.of("dedicated", "senior", "specialist", "matched", "rotation", "lead", "best-guess")
                        .get(random.nextInt(7)),
                file.score().band(),
                "billing",
                random.nextBoolean() ? "enterprise" : null,
                "en",
                "EMEA",
                random.nextBoolean() ? SupportTier.T1 : SupportTier.T2,
                random.nextBoolean());
    }

    private static Roster roster(List<AgentProfile> profiles, long seed) {
        Random seats = new Random(seed);
        List<Agent> agents = profiles.stream().map(Agent::new).toList();
        Roster roster = new Roster(new Staff(agents), Tickets.NOW.plus(Duration.ofMinutes(1)));
        for (Agent agent : agents) {
            Presence presence = seats.nextInt(4) == 0 ? Presence.AWAY : Presence.ONLINE;
            roster.present(agent.id(), presence, Tickets.NOW, seats.nextInt(50));
            roster.occupy(agent.id(), seats.nextInt(4));
        }
        return roster;
    }

    private static Route route(Demand demand, Selection made) {
        return new Route(
                1,
                made.chosen() == null ? RouteDecision.QUEUED : RouteDecision.ASSIGNED,
                RouteCause.NEW,
                SupportTier.T1,
                demand.skill(),
                demand.pod(),
                made.chosen() == null ? null : made.chosen().id(),
                1,
                null,
                null,
                made.candidates(),
                null,
                null,
                List.of(),
                false,
                List.of(),
                "sha256:test",
                Tickets.NOW.plus(Duration.ofMinutes(1)),
                made.asked());
    }

    private void somethingHappens(Floor floor) {
        List<String> tickets = List.copyOf(floor.tickets().keySet());
        String ticket = tickets.isEmpty() ? null : tickets.get(random.nextInt(tickets.size()));
        String agent = "agent" + random.nextInt(9);
        String owner = ticket == null ? null : floor.ownerOf(ticket);
        switch (ticket == null ? 0 : random.nextInt(9)) {
            case 0, 1, 2 -> {
                if (tickets.size() >= CROWD) {
                    return;
                }
                AnalysisOf analysis = AnalysisOf.plain().about(random.nextBoolean() ? "BILLING" : "LOGIN");
                floor.scored(Tickets.of("t" + ++ids, Band.values()[random.nextInt(4)], analysis.build()));
            }
            case 3 -> floor.presence(agent, random.nextInt(3) == 0 ? Presence.AWAY : Presence.ONLINE);
            case 4 ->
                floor.escalated(Tickets.escalation(
                        ticket,
                        ids + 100L,
                        EscalationTrigger.values()[random.nextInt(EscalationTrigger.values().length)],
                        EscalationState.OPEN,
                        agent,
                        100));
            case 5 -> {
                if (owner != null) {
                    floor.asks(
                            ticket, (commands, draft) -> commands.decline(draft, owner, floor.epochOf(ticket), null));
                }
            }
            default -> {
                if (owner != null) {
                    boolean solved = random.nextInt(3) > 0;
                    floor.happened(
                            ticket,
                            solved ? ActivityKind.SOLVED : ActivityKind.REOPENED,
                            owner,
                            solved ? TicketStatus.SOLVED : TicketStatus.OPEN,
                            null);
                }
            }
        }
    }
}
