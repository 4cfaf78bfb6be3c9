package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FairShareTest {

    private static final RoutingPolicy TWO_AN_HOUR =
            Floor.policy("  staffing: {", "  fairShare: {assignmentsAtMost: 2, within: PT1H}\n  staffing: {");

    private final Floor floor =
            new Floor(TWO_AN_HOUR).with(Tickets.senior("sue", SupportTier.T2, 9, Map.of("billing", 5)));

    @BeforeEach
    void sueHasHadHerShare() {
        assertThat(floor.scored(Tickets.of("t1", Band.STANDARD)).agentId()).isEqualTo("sue");
        assertThat(floor.scored(Tickets.of("t2", Band.STANDARD)).agentId()).isEqualTo("sue");
    }

    @Test
    void whoHasHadHisShareIsGivenNoMoreUntilHisWindowIsOver() {
        Route refused = floor.scored(Tickets.of("t3", Band.STANDARD));
        assertThat(refused.decision()).isEqualTo(RouteDecision.QUEUED);
        assertThat(refused.candidates()).extracting(Candidate::refusedBecause).containsExactly("FAIR_SHARE");

        floor.later(Duration.ofMinutes(59)).look();
        assertThat(floor.ownerOf("t3")).isNull();
        floor.later(Duration.ofMinutes(1)).look();
        assertThat(floor.ownerOf("t3")).isEqualTo("sue");
    }

    @Test
    void aDeclinedTicketHasBeenGivenAllTheSame() {
        floor.asks("t1", (commands, draft) -> commands.decline(draft, "sue", floor.epochOf("t1"), null));

        assertThat(floor.scored(Tickets.of("t3", Band.STANDARD)).decision()).isEqualTo(RouteDecision.QUEUED);
    }

    @Test
    void somebodyElseIsGivenItWhoHasHadLess() {
        floor.with(Tickets.agent("tom", SupportTier.T1, 9, Map.of("billing", 1)));

        assertThat(floor.scored(Tickets.of("t3", Band.STANDARD)).agentId()).isEqualTo("tom");
    }

    @Test
    void anUrgentTicketDoesNotAskForShares() {
        assertThat(floor.scored(Tickets.of("t3", Band.HIGH)).agentId()).isEqualTo("sue");
        assertThat(floor.scored(Tickets.of("t4", Band.CRITICAL)).agentId()).isEqualTo("sue");
    }
}
