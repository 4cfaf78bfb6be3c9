package dev.signalbox.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.policy.PromotionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final PolicyDocument STARTER = PolicyDocument.starter();
    private static final PromotionPolicy RULES = STARTER.policy().promotion();
    private static final int TICKETS = 200;

    private final List<CaseFile> scored = new ArrayList<>();
    private final List<CaseFile> routed = new ArrayList<>();
    private final List<ClockChange> clocks = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    WhatIfTest() {
        SomeTickets tickets = new SomeTickets(7);
        for (int i = 0; i < TICKETS; i++) {
            Decided decided = Decided.of(STARTER.policy(), tickets.next(STARTER.hash()));
            scored.add(decided.file());
            Route route = decided.route();
            routed.add(decided.file()
                    .routed(
                            i % 2 == 0
                                    ? route
                                    : assigned(route, decided.placement().tiers())));
            if (i % 4 != 0) {
                clocks.add(answered(decided.file(), Duration.ofMinutes(i)));
            }
        }
    }

    @Test
    void activePolicyOverItsOwnLogChangesNothing() {
        WhatIf whatIf = new WhatIf(log(Instant.EPOCH), WhatIfTest::published, STARTER);
        whatIf.print(told::add, RULES);

        assertThat(whatIf.different()).isEmpty();
        assertThat(told)
                .contains("0 versions come out otherwise in score, band, target, tier or queue")
                .anyMatch(line -> line.startsWith(
                        "Replayed 200 versions, 200 first routing decisions and 100 choices of an agent"))
                .anyMatch(line -> line.endsWith("first answers that tell nothing: 50"));
    }

    @Test
    void repeatedRecordCountsOnceAndAnEarlierOneNot() {
        scored.add(scored.get(3));
        routed.add(routed.get(3));

        assertThat(log(Instant.EPOCH).scored()).hasSize(TICKETS);
        assertThat(log(SomeTickets.BEGIN.plusSeconds(60L * 50)).scored()).hasSize(TICKETS - 50);
    }

    @Test
    void changedWeightsAreReportedByTicketAndPlan() {
        PolicyDocument other = SomeTickets.starterWith("{arr: 0.30, risk: 0.40", "{arr: 0.40, risk: 0.30");

        WhatIf whatIf = new WhatIf(log(Instant.EPOCH), WhatIfTest::published, other);
        whatIf.print(told::add, RULES);

        assertThat(whatIf.different()).isNotEmpty();
        assertThat(whatIf.comparison(RULES).different())
                .isEqualTo(whatIf.different().size());
        assertThat(told).anyMatch(line -> line.matches("  desk:\\d+ version 1: score .* -> .*"));
    }

    @Test
    void anotherPromiseIsMeasuredWithTheAnswersThatWereGiven() {
        PolicyDocument other = SomeTickets.starterWith(
                "band: {CRITICAL: PT15M, HIGH: PT1H, STANDARD: PT4H, LOW: PT8H, SELF_SERVICE: PT24H} # S19-S23",
                "band: {CRITICAL: PT1S, HIGH: PT1S, STANDARD: PT1S, LOW: PT1S, SELF_SERVICE: PT1S}");

        new WhatIf(log(Instant.EPOCH), WhatIfTest::published, other).print(told::add, RULES);

        assertThat(told)
                .contains("Penalty of late first answers: 0 -> 375000 (2500 each, 150 answers that tell)")
                .anyMatch(line -> line.matches("  BASIC +0\\.0 % \\(36\\) -> 100\\.0 % \\(36\\) .*"));
    }

    @Test
    void otherQueueAndTierOfAWaitingTicketAreFound() {
        PolicyDocument other = SomeTickets.starterWith(
                "{bands: [LOW], lane: rotation}",
                "{bands: [LOW], lane: senior}",
                "categories: {} ",
                "categories: {BILLING: account} ");

        List<String> fields = new WhatIf(log(Instant.EPOCH), WhatIfTest::published, other)
                .different().stream()
                        .flatMap(each -> each.changes().stream())
                        .map(change -> change.field() + " " + change.active() + " " + change.shadow())
                        .distinct()
                        .toList();

        assertThat(fields).containsExactlyInAnyOrder("queue billing account", "tier T1 T2");
    }

    @Test
    void choicesOfAnAgentAreMadeAgainFromTheCandidatesThatWereRecorded() {
        AssignedTickets team = new AssignedTickets(STARTER.policy().routingRules());
        routed.replaceAll(team::assigned);
        TicketLog log = TicketLog.of(scored, routed, clocks, team.profiles(), Instant.EPOCH);
        PolicyDocument other = SomeTickets.starterWith(
                "choice: {proficiency: 0.40, load: 0.30, similar: 0.15, region: 0.10, language: 0.05}",
                "choice: {proficiency: 0.05, load: 0.80, similar: 0.05, region: 0.05, language: 0.05}");

        WhatIf same = new WhatIf(log, WhatIfTest::published, STARTER);
        assertThat(same.choices()).isEqualTo(TICKETS);
        assertThat(same.choicesNotAlike()).isZero();

        WhatIf whatIf = new WhatIf(log, WhatIfTest::published, other);
        whatIf.print(told::add, RULES);
        assertThat(whatIf.different())
                .as("score, targets and queue are as before")
                .isEmpty();
        assertThat(whatIf.choicesNotAlike()).isPositive();
        assertThat(told)
                .anyMatch(line -> line.matches("  desk:\\d+ decision 1: agent \\w+ -> \\w+"))
                .anyMatch(line -> line.matches("  load spread over \\d agents 0\\.\\d\\d -> 0\\.\\d\\d .*"));
    }

    @Test
    void reassignmentsRemainWhereTheTicketGoesToTheSameAgentsAndAreNotToldOtherwise() {
        AssignedTickets team = new AssignedTickets(STARTER.policy().routingRules());
        CaseFile first = team.assigned(routed.get(0));
        routed.set(0, first);
        routed.add(team.reassigned(first));

        new WhatIf(TicketLog.of(scored, routed, clocks, team.profiles(), Instant.EPOCH), WhatIfTest::published, STARTER)
                .print(told::add, RULES);

        String each = "1 (1 misroutes), 47 min until tickets are resolved and 11 min of work";
        assertThat(told)
                .contains("Reassignments: " + each
                        + " -> 1, 47 min until tickets are resolved and 11 min of work, and 0 not"
                        + " told: their tickets may go to somebody else");

        told.clear();
        new WhatIf(TicketLog.of(scored, routed, clocks, Map.of(), Instant.EPOCH), WhatIfTest::published, STARTER)
                .print(told::add, RULES);
        assertThat(told).anyMatch(line -> line.startsWith("Reassignments: " + each + " -> 0,"));
    }

    @Test
    void whoWaitsBesideATicketThatIsTreatedOtherwiseTellsNothing() {
        CaseFile waited = routed.get(0);
        CaseFile beside = routed.get(2);
        Instant begin = waited.route().decidedAt();
        List<CaseFile> log = List.of(waited, beside, decided(waited, begin.plusSeconds(600)));

        Fate undisturbed = new Fate(log, Set.of(), Set.of());
        Fate disturbed = new Fate(log, Set.of(beside.ticket().id()), Set.of());

        assertThat(undisturbed.tells(waited.ticket().id())).isTrue();
        assertThat(disturbed.tells(waited.ticket().id())).isFalse();
        assertThat(new Fate(
                                List.of(waited, decided(waited, begin.plusSeconds(1)), beside),
                                Set.of(beside.ticket().id()),
                                Set.of())
                        .tells(waited.ticket().id()))
                .isTrue();
    }

    private static CaseFile decided(CaseFile file, Instant at) {
        Route route = assigned(file.route(), Set.of(SupportTier.T1));
        return file.routed(new Route(
                route.sequence() + 1,
                route.decision(),
                route.cause(),
                route.supportTier(),
                route.queue(),
                null,
                route.agentId(),
                1,
                null,
                route.matrixRow(),
                List.of(),
                null,
                null,
                List.of(),
                false,
                List.of(),
                route.policyVersion(),
                at,
                null));
    }

    private TicketLog log(Instant since) {
        return TicketLog.of(scored, routed, clocks, Map.of(), since);
    }

    private static Optional<PolicyDocument> published(String hash) {
        return hash.equals(STARTER.hash()) ? Optional.of(STARTER) : Optional.empty();
    }

    private static Route assigned(Route route, Set<SupportTier> tiers) {
        return new Route(
                route.sequence(),
                RouteDecision.ASSIGNED,
                route.cause(),
                tiers.stream().max(SupportTier::compareTo).orElseThrow(),
                route.queue(),
                null,
                "lena",
                1,
                null,
                route.matrixRow(),
                List.of(),
                null,
                null,
                List.of(),
                false,
                List.of(),
                route.policyVersion(),
                route.decidedAt(),
                null);
    }

    private static ClockChange answered(CaseFile file, Duration elapsed) {
        Instant at = file.asOf().plus(elapsed);
        return new ClockChange(
                file.ticket().id(),
                2,
                at,
                at,
                ClockKind.FIRST_RESPONSE,
                1,
                ClockEvent.FULFILLED,
                "AGENT_REPLIED",
                null,
                null,
                elapsed,
                null,
                List.of(),
                1,
                "24x7",
                null,
                null,
                file.policyVersion(),
                null,
                null,
                null);
    }
}
