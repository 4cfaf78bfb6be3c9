package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watchdog's actions and the presence of agents (S31, I3, I19). */
class WatchdogActionsTest {

    private final Floor floor = new Floor();

    @BeforeEach
    void anaOwnsTBeforeBenAndCem() {
        floor.with(
                Tickets.agent("ana", SupportTier.T1, 3, Map.of("billing", 5)),
                Tickets.agent("ben", SupportTier.T1, 3, Map.of("billing", 4)),
                Tickets.agent("cem", SupportTier.T1, 3, Map.of("billing", 3)));
        floor.scored(Tickets.of("t", Band.STANDARD));
    }

    @Test
    void anOfferThatIsNotAcceptedGoesToTheNextQualifiedAgent() {
        Route route = act(SlaActionKind.REOFFER, 50, 1);

        assertThat(route.cause()).isEqualTo(RouteCause.REOFFERED);
        assertThat(route.agentId()).isEqualTo("ben");
        assertThat(route.assignmentEpoch()).isEqualTo(2);
        assertThat(LanesTest.refusal(route, "ana")).isEqualTo("EXCLUDED");
    }

    @Test
    void anActionForAnEarlierOwnerIsStaleAndCounted() {
        act(SlaActionKind.REOFFER, 50, 1);

        assertThat(act(SlaActionKind.REASSIGN, 75, 1)).isNull();
        assertThat(floor.ownerOf("t")).isEqualTo("ben");
        assertThat(floor.stale()).isEqualTo(1);
    }

    @Test
    void anAcceptedTicketIsNeitherOfferedAgainNorTakenFromAnAgentWhoIsThere() {
        floor.happened("t", ActivityKind.AGENT_REPLIED, "ana", null, null);

        assertThat(act(SlaActionKind.REOFFER, 50, 1)).isNull();
        assertThat(act(SlaActionKind.REASSIGN, 75, 1)).isNull();
        assertThat(floor.stale()).isEqualTo(2);
        assertThat(act(SlaActionKind.REASSIGN, 100, 1).agentId()).as("a breach").isEqualTo("ben");
    }

    @Test
    void theThirdReassignmentIsRefusedAndSaysSo() {
        assertThat(act(SlaActionKind.REASSIGN, 75, 1).agentId()).isEqualTo("ben");
        assertThat(act(SlaActionKind.REASSIGN, 100, 2).agentId()).isEqualTo("cem");

        Route refused = act(SlaActionKind.REASSIGN, 150, 3);

        assertThat(refused.agentId()).isEqualTo("cem");
        assertThat(refused.assignmentEpoch()).isEqualTo(3);
        assertThat(refused.cause()).isEqualTo(RouteCause.ESCALATED);
        assertThat(refused.alert()).isTrue();
        assertThat(refused.reasons()).anyMatch(reason -> reason.contains("to be escalated"));
    }

    @Test
    void withNobodyElseAnOwnerWhoIsThereKeepsTheTicketAndAnAlertIsGiven() {
        floor.presence("ben", Presence.OFFLINE);
        floor.presence("cem", Presence.OFFLINE);

        Route route = act(SlaActionKind.REASSIGN, 75, 1);

        assertThat(route.agentId()).isEqualTo("ana");
        assertThat(route.assignmentEpoch()).isEqualTo(1);
        assertThat(route.alert()).isTrue();
    }

    @Test
    void withNobodyElseAnAbsentOwnerLosesTheTicket() {
        floor.happened("t", ActivityKind.AGENT_REPLIED, "ana", null, null);
        List.of("ana", "ben", "cem").forEach(id -> floor.presence(id, Presence.OFFLINE));

        Route route = act(SlaActionKind.REASSIGN, 75, 1);

        assertThat(route.decision()).isEqualTo(RouteDecision.NO_ELIGIBLE_AGENT);
        assertThat(route.agentId()).isNull();
        assertThat(route.assignmentEpoch()).isEqualTo(2);
    }

    @Test
    void whatAnAgentHasNotAcceptedGoesToSomebodyElseWhenHeStaysAway() {
        floor.presence("ana", Presence.AWAY);
        assertThat(floor.ownerOf("t")).as("he may come back").isEqualTo("ana");

        Route route = floor.later(Duration.ofMinutes(1)).look();

        assertThat(route.cause()).isEqualTo(RouteCause.REASSIGNED_PRESENCE);
        assertThat(route.agentId()).isEqualTo("ben");
    }

    @Test
    void whatAnAbsentAgentHasAcceptedStaysWithHimUntilTheWatchdogActs() {
        floor.happened("t", ActivityKind.AGENT_REPLIED, "ana", null, null);
        floor.presence("ana", Presence.OFFLINE);

        assertThat(floor.later(Duration.ofMinutes(10)).look()).isNull();
        assertThat(act(SlaActionKind.REASSIGN, 75, 1).agentId()).isEqualTo("ben");
    }

    @Test
    void anAgentWhoComesIsGivenWhatWaitsInTheOrderOfDeadlines() {
        List.of("ana", "ben", "cem").forEach(id -> floor.presence(id, Presence.OFFLINE));
        floor.later(Duration.ofMinutes(2)).look();
        floor.scored(Tickets.of("low", Band.LOW));
        floor.scored(Tickets.of("standard", Band.STANDARD));
        assertThat(floor.ticket("t").state().standing().decision()).isEqualTo(RouteDecision.NO_ELIGIBLE_AGENT);

        floor.with(Tickets.agent("dan", SupportTier.T1, 2, Map.of("billing", 1)));
        floor.look();

        assertThat(floor.ownerOf("standard")).isEqualTo("dan");
        assertThat(floor.ownerOf("t")).isEqualTo("dan");
        assertThat(floor.ownerOf("low")).isNull();
    }

    @Test
    void aLongerDeadlineWaitsBehindAShorterOneThatCameLater() {
        floor.presence("ben", Presence.OFFLINE);
        floor.presence("cem", Presence.OFFLINE);
        floor.scored(Tickets.of("f1", Band.STANDARD));
        floor.scored(Tickets.of("f2", Band.STANDARD));
        floor.scored(Tickets.of("low", Band.LOW));
        assertThat(floor.scored(Tickets.of("soon", Band.STANDARD)).decision()).isEqualTo(RouteDecision.QUEUED);

        floor.happened("t", ActivityKind.SOLVED, "ana", TicketStatus.SOLVED, null);

        assertThat(floor.ownerOf("soon")).isEqualTo("ana");
        assertThat(floor.ownerOf("low")).isNull();
    }

    private Route act(SlaActionKind kind, int level, long epoch) {
        return floor.acts("t", kind, ClockKind.FIRST_RESPONSE, level, epoch);
    }
}
