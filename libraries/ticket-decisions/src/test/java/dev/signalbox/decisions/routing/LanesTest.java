package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which agents the bands and rules of the starter policy find (S13-S23). */
class LanesTest {

    private static final Map<String, Integer> BILLING = Map.of("billing", 3);

    private final Floor floor = new Floor();

    @Test
    void criticalGoesToThePodOfTheAccount() {
        floor.with(
                Tickets.senior("t2", SupportTier.T2, 5, BILLING),
                Tickets.agent("pod", SupportTier.T2, false, 5, Map.of(), List.of("enterprise"), List.of()));

        Route route = floor.scored(Tickets.of(
                1,
                "c",
                Band.CRITICAL,
                Tickets.analysis(),
                PlanTier.ENTERPRISE,
                TicketStatus.NEW,
                null,
                Tickets.NOW,
                Tickets.NOW));

        assertThat(route.agentId()).isEqualTo("pod");
        assertThat(route.pod()).isEqualTo("enterprise");
        assertThat(route.alert()).isTrue();
    }

    @Test
    void criticalWithoutAPodIsOwnedByT2AndT3IsAlertedNotAssigned() {
        floor.with(Tickets.agent("t3", SupportTier.T3, 5, BILLING), Tickets.agent("t2", SupportTier.T2, 5, Map.of()));

        Route route = floor.scored(Tickets.of("c", Band.CRITICAL));

        assertThat(route.agentId()).isEqualTo("t2");
        assertThat(route.alert()).isTrue();
        assertThat(route.reasons()).contains("the account has no pod: T3 is alerted");
        assertThat(refusal(route, "t3")).isEqualTo("T3_PROTECTED");
    }

    @Test
    void aP1OpensT3WhenNobodyAtT2IsThere() {
        floor.with(Tickets.agent("t3", SupportTier.T3, 5, BILLING));

        assertThat(floor.scored(Tickets.of("p3", Band.CRITICAL)).decision()).isEqualTo(RouteDecision.NO_ELIGIBLE_AGENT);
        assertThat(floor.scored(Tickets.of(
                                "p1",
                                Band.CRITICAL,
                                AnalysisOf.plain().rated(Severity.P1).build()))
                        .agentId())
                .isEqualTo("t3");
    }

    @Test
    void highGoesToASeniorAtT2AndDoesNotWaitWhileAnybodyAtT2HasRoom() {
        floor.with(
                Tickets.senior("senior", SupportTier.T2, 1, BILLING),
                Tickets.agent("junior", SupportTier.T2, 5, Map.of("billing", 5)),
                Tickets.senior("front", SupportTier.T1, 5, BILLING));

        assertThat(floor.scored(Tickets.of("h1", Band.HIGH)).agentId()).isEqualTo("senior");
        assertThat(floor.scored(Tickets.of("h2", Band.HIGH)).agentId())
                .as("one beyond the soft capacity")
                .isEqualTo("senior");
        assertThat(floor.scored(Tickets.of("h3", Band.HIGH)).agentId()).isEqualTo("junior");
    }

    @Test
    void standardAsksForTheSkillAndLetsGoOfItWithTime() {
        floor.with(Tickets.agent("generalist", SupportTier.T1, 5, Map.of("login", 5)));

        Route queued = floor.scored(Tickets.of("s", Band.STANDARD));
        assertThat(queued.decision()).isEqualTo(RouteDecision.QUEUED);
        assertThat(refusal(queued, "generalist")).isEqualTo("MISSING_SKILL");
        assertThat(floor.ticket("s").wakeAt()).isEqualTo(Tickets.NOW.plus(Duration.ofMinutes(24)));

        assertThat(floor.later(Duration.ofMinutes(59)).look()).isNull();
        assertThat(floor.later(Duration.ofMinutes(1)).look().agentId()).isEqualTo("generalist");
    }

    @Test
    void lowGoesRoundTheFrontLineWhateverTheSkill() {
        floor.with(
                Tickets.agent("a", SupportTier.T1, 5, BILLING),
                Tickets.agent("b", SupportTier.T1, 5, Map.of()),
                Tickets.agent("c", SupportTier.T1, 5, Map.of()),
                Tickets.agent("z", SupportTier.T2, 5, BILLING));

        assertThat(List.of("1", "2", "3", "4", "5", "6").stream()
                        .map(id -> floor.scored(Tickets.of(id, Band.LOW)).agentId()))
                .containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void aHardRuleGoesToASpecialistWhateverTheBand() {
        floor.with(
                Tickets.agent("front", SupportTier.T1, 5, Map.of("security", 5)),
                Tickets.agent("specialist", SupportTier.T2, 5, Map.of("security", 2)),
                Tickets.agent("other", SupportTier.T2, 5, BILLING));

        Route route = floor.scored(Tickets.of(
                "s", Band.LOW, AnalysisOf.plain().rule("SECURITY_BREACH").build()));

        assertThat(route.agentId()).isEqualTo("specialist");
        assertThat(route.queue()).isEqualTo("security");
    }

    @Test
    void aRiskWordFindsASeniorAgentOrATeamLead() {
        floor.with(
                Tickets.agent("a", SupportTier.T1, 5, Map.of("billing", 5)),
                Tickets.senior("b", SupportTier.T1, 5, BILLING));

        assertThat(floor.scored(Tickets.of(
                                "r", Band.LOW, AnalysisOf.plain().risk("legal").build()))
                        .agentId())
                .isEqualTo("b");
    }

    @Test
    void anUncertainTotalOutageIsAssignedAtOnceAndReviewedBeside() {
        floor.with(Tickets.agent("t2", SupportTier.T2, 5, Map.of()));

        Route route = floor.scored(Tickets.of(
                "o", Band.CRITICAL, AnalysisOf.plain().outage().uncertain().build()));

        assertThat(route.decision()).isEqualTo(RouteDecision.ASSIGNED);
        assertThat(route.reasons()).contains("rule TOTAL_OUTAGE", "a review runs beside");
        assertThat(floor.ticket("o").state().standing().reviewOpen()).isTrue();
    }

    @Test
    void anUncertainTicketWaitsForItsReviewAQuarterOfItsTime() {
        floor.with(
                Tickets.agent("front", SupportTier.T1, 5, BILLING),
                Tickets.agent("specialist", SupportTier.T2, 5, Map.of()));

        Route held = floor.scored(
                Tickets.of("u", Band.STANDARD, AnalysisOf.plain().uncertain().build()));
        assertThat(held.decision()).isEqualTo(RouteDecision.NEEDS_REVIEW);
        assertThat(held.queue()).isEqualTo("review");
        assertThat(floor.ticket("u").wakeAt()).isEqualTo(Tickets.NOW.plus(Duration.ofHours(1)));

        Route guessed = floor.later(Duration.ofHours(1)).look();
        assertThat(guessed.agentId()).isEqualTo("specialist");
        assertThat(guessed.cause()).isEqualTo(RouteCause.TIMED_OUT);
    }

    @Test
    void aReviewedTicketIsRoutedByItsCorrectedVersion() {
        floor.with(Tickets.agent("front", SupportTier.T1, 5, BILLING));
        floor.scored(
                Tickets.of("u", Band.STANDARD, AnalysisOf.plain().uncertain().build()));

        Route corrected = floor.scored(Tickets.of(
                2,
                "u",
                Band.STANDARD,
                Tickets.analysis(),
                PlanTier.PRO,
                TicketStatus.NEW,
                null,
                Tickets.NOW,
                Tickets.NOW));

        assertThat(corrected.agentId()).isEqualTo("front");
        assertThat(corrected.cause()).isEqualTo(RouteCause.REVIEWED);
    }

    @Test
    void nobodyIsDeflectedWhileNothingDeliversASuggestion() {
        floor.with(Tickets.agent("front", SupportTier.T1, 5, BILLING));

        assertThat(floor.scored(Tickets.of(
                                "q",
                                Band.SELF_SERVICE,
                                AnalysisOf.plain().simple().build()))
                        .agentId())
                .isEqualTo("front");
    }

    static String refusal(Route route, String agentId) {
        return route.candidates().stream()
                .filter(candidate -> candidate.agentId().equals(agentId))
                .findFirst()
                .orElseThrow()
                .refusedBecause();
    }
}
