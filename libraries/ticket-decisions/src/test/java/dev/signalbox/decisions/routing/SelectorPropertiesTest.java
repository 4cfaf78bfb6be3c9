package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The choice against a plain second reading of the rules. */
class SelectorPropertiesTest {

    private static final int CASES = Seeds.rounds(4_000);

    private final Random random = Seeds.random(SelectorPropertiesTest.class);
    private final RoutingPolicy policy = new Floor().policy();

    @Test
    void onlyAnEligibleAgentIsChosenAndNobodyWhoFitsBetterIsPassedOver() {
        int chosen = 0;
        for (int i = 0; i < CASES; i++) {
            Roster roster = roster();
            CaseFile file = Tickets.of("t", Band.values()[random.nextInt(4)]);
            String lane = List.of("dedicated", "senior", "specialist", "matched", "lead", "best-guess")
                    .get(random.nextInt(6));
            Demand demand = new Demand(
                    Precedence.MATRIX,
                    lane,
                    file.score().band(),
                    "billing",
                    random.nextBoolean() ? "enterprise" : null,
                    "en",
                    "EMEA",
                    random.nextBoolean() ? SupportTier.T1 : SupportTier.T2,
                    random.nextBoolean());
            Set<String> excluded = random.nextBoolean() ? Set.of("agent0") : Set.of();
            BigDecimal elapsed = new BigDecimal(random.nextInt(101)).movePointLeft(2);
            List<String> expected = best(roster, file, demand, excluded, elapsed);

            Selection selection = new Selector(policy, roster).claim(file, demand, excluded, null, elapsed);

            if (selection.chosen() == null) {
                assertThat(expected).isEmpty();
            } else {
                chosen++;
                assertThat(expected).contains(selection.chosen().id());
            }
        }
        assertThat(chosen).as("cases in which somebody was eligible").isGreaterThan(CASES / 10);
    }

    /** The agents with most points at the first step that anybody meets. */
    private List<String> best(Roster roster, CaseFile file, Demand demand, Set<String> excluded, BigDecimal elapsed) {
        for (Step step : policy.lane(demand.lane()).steps()) {
            if (step.after().compareTo(elapsed) > 0 || (step.pod() && demand.pod() == null)) {
                continue;
            }
            List<Agent> eligible = roster.staff().agents().stream()
                    .filter(agent -> meets(agent, step, demand))
                    .filter(agent -> !excluded.contains(agent.id()))
                    .filter(agent -> roster.presence(agent.id()) == Presence.ONLINE)
                    .filter(agent -> roster.load(agent.id())
                            < agent.capacity() + (demand.band() == Band.CRITICAL || demand.band() == Band.HIGH ? 1 : 0))
                    .toList();
            if (!eligible.isEmpty()) {
                Points points = new Points(demand, file, policy.choice());
                long most = eligible.stream()
                        .mapToLong(agent -> points.of(agent, roster.load(agent.id())))
                        .max()
                        .orElseThrow();
                return eligible.stream()
                        .filter(agent -> points.of(agent, roster.load(agent.id())) == most)
                        .map(Agent::id)
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean meets(Agent agent, Step step, Demand demand) {
        boolean tier = step.tiers().contains(agent.tier()) && agent.tier().compareTo(demand.floor()) >= 0;
        boolean none = step.tiers().stream().noneMatch(one -> one.compareTo(demand.floor()) >= 0);
        boolean right = tier || (none && agent.tier() == demand.floor());
        return right
                && (agent.tier() != SupportTier.T3 || demand.expertsOpen())
                && (!step.senior() || agent.senior())
                && (!step.pod() || agent.pods().contains(demand.pod()))
                && agent.proficiency("billing") >= step.skill();
    }

    private Roster roster() {
        List<Agent> agents = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            AgentProfile profile = Tickets.agent(
                    "agent" + i,
                    SupportTier.values()[1 + random.nextInt(3)],
                    random.nextBoolean(),
                    random.nextInt(4),
                    random.nextBoolean() ? Map.of("billing", 1 + random.nextInt(5)) : Map.of("login", 3),
                    random.nextBoolean() ? List.of("enterprise") : List.of(),
                    List.of());
            agents.add(new Agent(profile));
        }
        Roster roster = new Roster(new Staff(agents), Tickets.NOW.plus(Duration.ofMinutes(1)));
        for (Agent agent : agents) {
            Presence presence = random.nextInt(4) == 0 ? Presence.AWAY : Presence.ONLINE;
            roster.present(agent.id(), presence, Tickets.NOW, random.nextInt(50));
            roster.occupy(agent.id(), random.nextInt(5));
        }
        return roster;
    }
}
