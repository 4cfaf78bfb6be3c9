package dev.signalbox.local.policy;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.routing.Agent;
import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.decisions.routing.Round;
import dev.signalbox.decisions.routing.RoutingRules;
import dev.signalbox.decisions.routing.Staff;
import dev.signalbox.decisions.routing.TicketState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives tickets to a small team, one after the other, as the service does; everybody solves his oldest now and then. */
final class AssignedTickets {

    private static final int NUMBERS = 1000;
    private static final int LOAD = 4;

    private final RoutingRules rules;
    private final Map<String, AgentProfile> profiles = new TreeMap<>();
    private final Map<String, Integer> loads = new HashMap<>();
    private final Map<String, Long> turns = new HashMap<>();
    private long numbers;

    AssignedTickets(RoutingRules rules) {
        this.rules = rules;
        for (String skill : List.of("billing", "technical", "product", "login")) {
            for (SupportTier tier : List.of(SupportTier.T1, SupportTier.T2)) {
                String id = skill + tier.name();
                Map<String, Integer> skills = new TreeMap<>(Map.of("billing", 3, "login", 2));
                skills.put(skill, 5);
                profiles.put(id, agent(id, tier, skills));
            }
        }
    }

    private static AgentProfile agent(String id, SupportTier tier, Map<String, Integer> skills) {
        return new AgentProfile(
                id,
                id,
                null,
                Map.of(),
                tier,
                tier == SupportTier.T2,
                List.of(),
                skills,
                List.of(),
                null,
                null,
                List.of(),
                LOAD,
                List.of());
    }

    Map<String, AgentProfile> profiles() {
        return profiles;
    }

    CaseFile assigned(CaseFile file) {
        return file.routed(decide(file, file.asOf()));
    }

    /** Taken from its owner because he has not the skill. */
    CaseFile reassigned(CaseFile file) {
        Route before = file.route();
        return file.routed(new Route(
                before.sequence() + 1,
                before.decision(),
                RouteCause.REASSIGNED_WRONG_SKILL,
                before.supportTier(),
                before.queue(),
                null,
                "somebodyElse",
                before.assignmentEpoch() + 1,
                null,
                before.matrixRow(),
                List.of(),
                null,
                null,
                List.of(),
                false,
                List.of(),
                before.policyVersion(),
                before.decidedAt().plusSeconds(60),
                null));
    }

    private Route decide(CaseFile file, Instant now) {
        Roster roster =
                new Roster(new Staff(profiles.values().stream().map(Agent::new).toList()), now);
        profiles.keySet().forEach(id -> {
            roster.present(id, Presence.ONLINE, Instant.EPOCH, turns.getOrDefault(id, 0L));
            roster.occupy(id, loads.getOrDefault(id, 0));
        });
        Round round = new Round(roster, rules.policy().queue(), numbers += NUMBERS);
        Draft draft = Draft.of(file, rules, TicketState.unknown(file.ticket().id()), null);
        Outcome outcome = round.serve(List.of(round.settle(draft))).get(0);
        profiles.keySet().forEach(id -> {
            turns.put(id, roster.turn(id));
            loads.put(id, roster.load(id) == LOAD ? LOAD - 2 : roster.load(id));
        });
        return outcome.route();
    }
}
