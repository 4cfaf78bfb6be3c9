package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A team answers for its own time only (P12, I17). */
class TeamClockTest {

    private static final TargetTable TARGETS = Story.POLICY.targets();

    @Test
    void oneTeamDoesNotUseUpTheTimeOfTheNext() {
        Story story = Story.created("06:00", ofHours(4), ofHours(72));
        TeamTenures tenures = TeamTenures.NONE
                .with(route(1, SupportTier.T1, RouteDecision.QUEUED, "07:00"))
                .with(route(2, SupportTier.T1, RouteDecision.ASSIGNED, "08:00"))
                .with(route(3, SupportTier.T2, RouteDecision.ASSIGNED, "17:00"));

        List<TeamClock> clocks = TeamClock.of(tenures, story.clocks(), TARGETS, at("20:00"));

        assertThat(clocks).extracting(TeamClock::elapsed).containsExactly(ofHours(10), ofHours(3));
        assertThat(clocks).extracting(TeamClock::breached).containsExactly(true, false);
        assertThat(clocks.get(1).dueAt()).isEqualTo(at("17:00").plus(ofHours(24)));
    }

    @Test
    void waitingOnTheCustomerIsNoTeamsTime() {
        Story story =
                Story.created("06:00", ofHours(4), ofHours(72)).waits("08:00").reopened("10:00");
        TeamTenures tenures = TeamTenures.NONE.with(route(1, SupportTier.T1, RouteDecision.ASSIGNED, "07:00"));

        TeamClock clock =
                TeamClock.of(tenures, story.clocks(), TARGETS, at("11:00")).get(0);

        assertThat(clock.elapsed()).isEqualTo(ofHours(2));
        assertThat(clock.dueAt()).isEqualTo(at("17:00"));
    }

    @Test
    void aSolvedTicketIsWithNoTeam() {
        Story story =
                Story.created("06:00", ofHours(4), ofHours(72)).solved("09:00").reopened("12:00");
        TeamTenures tenures = TeamTenures.NONE
                .with(route(1, SupportTier.T1, RouteDecision.ASSIGNED, "07:00"))
                .with(route(2, SupportTier.T1, RouteDecision.RELEASED, "09:01"))
                .with(route(3, SupportTier.T1, RouteDecision.ASSIGNED, "12:01"));

        assertThat(TeamClock.of(tenures, story.clocks(), TARGETS, at("12:31")))
                .extracting(TeamClock::elapsed)
                .containsExactly(ofHours(2), java.time.Duration.ofMinutes(30));
    }

    private static Route route(long sequence, SupportTier tier, RouteDecision decision, String at) {
        return new Route(
                sequence,
                decision,
                RouteCause.CHANGED,
                tier,
                "billing",
                null,
                null,
                sequence,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                false,
                List.of(),
                "starter",
                at(at),
                null);
    }
}
