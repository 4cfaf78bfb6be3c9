package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from what agents and customers do in the helpdesk. */
class HelpdeskActivityTest {

    private static final Map<String, Integer> BILLING = Map.of("billing", 3);

    private final Floor floor = new Floor();

    @BeforeEach
    void anaOwnsT() {
        floor.with(
                Tickets.agent("ana", SupportTier.T1, 2, Map.of("billing", 5)),
                Tickets.agent("ben", SupportTier.T1, 2, BILLING),
                Tickets.agent("eve", SupportTier.T3, 2, BILLING));
        floor.scored(Tickets.of("t", Band.STANDARD));
        assertThat(floor.ownerOf("t")).isEqualTo("ana");
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityKind.class,
            names = {"AGENT_REPLIED", "STATUS_CHANGED"})
    void whatTheOwnerDoesAcceptsTheTicket(ActivityKind kind) {
        Route route = floor.later(Duration.ofMinutes(1)).happened("t", kind, "ana", null, null);

        assertThat(route.cause()).isEqualTo(RouteCause.ACCEPTED);
        assertThat(route.acceptedAt()).isEqualTo(floor.now());
        assertThat(route.assignmentEpoch()).isEqualTo(1);
        assertThat(floor.happened("t", kind, "ana", null, null)).as("once").isNull();
    }

    @Test
    void assigningItToHimselfAcceptsTheTicket() {
        assertThat(floor.happened("t", ActivityKind.ASSIGNED, "ana", null, "ana")
                        .cause())
                .isEqualTo(RouteCause.ACCEPTED);
    }

    @Test
    void neitherAColleaguesReplyNorAnEchoOfTheAssignmentAccepts() {
        assertThat(floor.happened("t", ActivityKind.AGENT_REPLIED, "ben", null, null))
                .isNull();
        assertThat(floor.happened("t", ActivityKind.ASSIGNED, "system", null, "ana"))
                .isNull();
        assertThat(floor.ticket("t").state().ownership().owner().accepted()).isFalse();
    }

    @Test
    void anAssignmentInTheHelpdeskWins() {
        Route route = floor.happened("t", ActivityKind.ASSIGNED, "ben", null, "ben");

        assertThat(route.agentId()).isEqualTo("ben");
        assertThat(route.cause()).isEqualTo(RouteCause.EXTERNAL);
        assertThat(route.assignmentEpoch()).isEqualTo(2);
        assertThat(route.acceptedAt()).as("he took it himself").isNotNull();
        assertThat(floor.roster().load("ana")).isZero();
        assertThat(floor.roster().load("ben")).isEqualTo(1);
    }

    @Test
    void theNewestAssignmentInTheHelpdeskWinsInAnyOrderOfArrival() {
        var early = Floor.activity("t", "x", floor.now().plusSeconds(10), ActivityKind.ASSIGNED, "ana", null, "eve");
        var late = Floor.activity("t", "y", floor.now().plusSeconds(20), ActivityKind.ASSIGNED, "ana", null, "ben");
        floor.later(Duration.ofMinutes(1));

        floor.happened(late);
        floor.happened(early);

        assertThat(floor.ownerOf("t")).isEqualTo("ben");
    }

    @Test
    void anEchoOfAnEarlierAssignmentDoesNotTakeTheTicketBack() {
        floor.asks("t", (commands, draft) -> commands.decline(draft, "ana", 1, null));
        assertThat(floor.ownerOf("t")).isEqualTo("ben");

        assertThat(floor.happened("t", ActivityKind.ASSIGNED, "system", null, "ana"))
                .isNull();
        assertThat(floor.ownerOf("t")).isEqualTo("ben");
    }

    @Test
    void anAssignmentToT3InTheHelpdeskWinsIsRecordedAndAlerts() {
        Route route = floor.happened("t", ActivityKind.ASSIGNED, "ana", null, "eve");

        assertThat(route.agentId()).isEqualTo("eve");
        assertThat(route.alert()).isTrue();
        assertThat(route.reasons()).contains("nothing had opened T3 (S40)");
    }

    @Test
    void anAssigneeWhomNobodyHasRegisteredChangesNothing() {
        assertThat(floor.happened("t", ActivityKind.ASSIGNED, "ana", null, "somebody"))
                .isNull();
        assertThat(floor.ownerOf("t")).isEqualTo("ana");
    }

    @Test
    void aTicketThatComesWithAnOwnerKeepsHim() {
        Route route = floor.scored(Tickets.of(
                1,
                "own",
                Band.STANDARD,
                Tickets.analysis(),
                PlanTier.PRO,
                TicketStatus.OPEN,
                "ben",
                Tickets.NOW,
                Tickets.NOW));

        assertThat(route.agentId()).isEqualTo("ben");
        assertThat(route.cause()).isEqualTo(RouteCause.EXTERNAL);
    }

    @Test
    void unassigningHimselfHandsTheTicketBack() {
        Route route = floor.happened("t", ActivityKind.ASSIGNED, "ana", null, null);

        assertThat(route.agentId()).isEqualTo("ben");
        assertThat(route.cause()).isEqualTo(RouteCause.DECLINED);
    }

    @Test
    void solvingReleasesTheAgentAndReopeningPrefersHim() {
        Route solved = floor.happened("t", ActivityKind.SOLVED, "ana", TicketStatus.SOLVED, null);
        assertThat(solved.decision()).isEqualTo(RouteDecision.RELEASED);
        assertThat(solved.agentId()).isNull();
        assertThat(floor.roster().load("ana")).isZero();

        // ben would have more points: he is free, ana has another ticket
        floor.scored(Tickets.of("other", Band.STANDARD));
        Route reopened =
                floor.later(Duration.ofHours(2)).happened("t", ActivityKind.REOPENED, null, TicketStatus.OPEN, null);

        assertThat(reopened.cause()).isEqualTo(RouteCause.REOPENED);
        assertThat(reopened.agentId()).isEqualTo("ana");
        assertThat(reopened.assignmentEpoch()).isEqualTo(3);
    }

    @Test
    void aReopenedTicketDoesNotGoBackToAnAgentWhoIsAway() {
        floor.happened("t", ActivityKind.SOLVED, "ana", TicketStatus.SOLVED, null);
        floor.presence("ana", dev.signalbox.contracts.Presence.AWAY);

        assertThat(floor.happened("t", ActivityKind.REOPENED, null, null, null).agentId())
                .isEqualTo("ben");
    }

    @Test
    void thanksAfterTheSolutionReopensNothing() {
        floor.happened("t", ActivityKind.SOLVED, "ana", TicketStatus.SOLVED, null);

        assertThat(floor.happened("t", ActivityKind.CUSTOMER_REPLIED, null, null, null))
                .isNull();
    }

    @Test
    void aMergedTicketIsClosedForGood() {
        assertThat(floor.happened("t", ActivityKind.MERGED, "ana", null, null).decision())
                .isEqualTo(RouteDecision.CLOSED);
        assertThat(floor.happened("t", ActivityKind.REOPENED, null, TicketStatus.OPEN, null))
                .isNull();
    }

    @Test
    void aTicketThatWaitsForTheCustomerUsesNoCapacity() {
        floor.happened("t", ActivityKind.STATUS_CHANGED, "ana", TicketStatus.PENDING, null);
        assertThat(floor.roster().load("ana")).isZero();
        assertThat(floor.ownerOf("t")).isEqualTo("ana");

        floor.happened("t", ActivityKind.CUSTOMER_REPLIED, null, null, null);
        assertThat(floor.roster().load("ana")).isEqualTo(1);
    }

    @Test
    void aTicketThatComesBackToAFullAgentGoesToSomebodyElse() {
        floor.happened("t", ActivityKind.STATUS_CHANGED, "ana", TicketStatus.PENDING, null);
        for (int i = 0; i < 3; i++) {
            floor.happened("f" + i, ActivityKind.ASSIGNED, "ben", null, "ana");
            floor.scored(Tickets.of("f" + i, Band.STANDARD));
        }
        assertThat(floor.roster().load("ana")).isEqualTo(3);

        Route route = floor.happened("t", ActivityKind.STATUS_CHANGED, "ana", TicketStatus.OPEN, null);

        assertThat(route.cause()).isEqualTo(RouteCause.REASSIGNED_LOAD);
        assertThat(route.agentId()).isEqualTo("ben");
        assertThat(floor.roster().load("ana")).isEqualTo(3);
    }

    @Test
    void activityThatCameBeforeItsTicketCounts() {
        floor.happened("early", ActivityKind.SOLVED, "ana", TicketStatus.SOLVED, null);

        assertThat(floor.scored(Tickets.of("early", Band.STANDARD)).decision()).isEqualTo(RouteDecision.RELEASED);
    }
}
