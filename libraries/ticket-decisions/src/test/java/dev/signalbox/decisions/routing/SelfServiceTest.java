package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelfServiceTest {

    private final Floor floor = new Floor(Floor.policy("channel: null", "channel: email"));

    @BeforeEach
    void anAgentIsThere() {
        floor.with(Tickets.agent("front", SupportTier.T1, 5, Map.of()));
    }

    @Test
    void aDeflectableTicketGetsASuggestionAndNoOwner() {
        Route route = floor.scored(
                Tickets.of("q", Band.SELF_SERVICE, AnalysisOf.plain().simple().build()));

        assertThat(route.decision()).isEqualTo(RouteDecision.SELF_SERVICE);
        assertThat(route.supportTier()).isEqualTo(SupportTier.T0);
        assertThat(route.agentId()).isNull();
    }

    @Test
    void aRefusalOfDeflectionFindsAPerson() {
        Route route = floor.scored(Tickets.of(
                "q",
                Band.SELF_SERVICE,
                AnalysisOf.plain().simple("NEGATIVE_SENTIMENT").build()));

        assertThat(route.agentId()).isEqualTo("front");
    }

    @Test
    void anyBandAboveFindsAPerson() {
        assertThat(floor.scored(Tickets.of(
                                "q", Band.LOW, AnalysisOf.plain().simple().build()))
                        .agentId())
                .isEqualTo("front");
    }

    @Test
    void thePersonTakesOverAtHalfTheTarget() {
        floor.scored(
                Tickets.of("q", Band.SELF_SERVICE, AnalysisOf.plain().simple().build()));

        assertThat(floor.ticket("q").wakeAt()).isEqualTo(Tickets.NOW.plus(Duration.ofHours(12)));
        assertThat(floor.later(Duration.ofHours(11)).look()).isNull();
        assertThat(floor.later(Duration.ofHours(1)).look().agentId()).isEqualTo("front");
    }

    @Test
    void theCustomersReplyIsASignThatAPersonIsNeeded() {
        floor.scored(
                Tickets.of("q", Band.SELF_SERVICE, AnalysisOf.plain().simple().build()));

        assertThat(floor.happened("q", ActivityKind.CUSTOMER_REPLIED, null, null, null)
                        .agentId())
                .isEqualTo("front");
    }

    @Test
    void onceAPersonWasNeededNoVersionGoesBackToASuggestion() {
        floor.scored(
                Tickets.of("q", Band.SELF_SERVICE, AnalysisOf.plain().person().build()));
        floor.happened("q", ActivityKind.SOLVED, "front", TicketStatus.SOLVED, null);
        floor.happened("q", ActivityKind.REOPENED, null, TicketStatus.OPEN, null);
        floor.scored(Tickets.of(
                2,
                "q",
                Band.SELF_SERVICE,
                AnalysisOf.plain().simple().build(),
                PlanTier.PRO,
                TicketStatus.NEW,
                null,
                Tickets.NOW,
                Tickets.NOW));

        assertThat(floor.ownerOf("q")).isEqualTo("front");
    }
}
