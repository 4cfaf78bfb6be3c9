package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Seeds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LendingTest {

    private static final int STEPS = Seeds.rounds(1_500);
    static final RoutingPolicy POLICY = Floor.policy(
            "  staffing: {",
            "  lending: {bands: [CRITICAL], tiers: [T2], senior: true, arrivalsPerHour: 1, backWithin: PT25M, risk: 0.10}\n"
                    + "  staffing: {");

    /** Against the tables of the Poisson distribution. */
    @ParameterizedTest
    @CsvSource({
        "0, PT1H, 0.01, 0",
        "1, PT1H, 0.01, 4",
        "1, PT1H, 0.001, 5",
        "2, PT25M, 0.01, 4",
        "1, PT25M, 0.10, 1",
        "10, PT1H, 0.05, 15",
        "1000, PT24H, 0.5, 24000"
    })
    void reserveIsTheLeastNumberThatArrivalsExceedWithTheStatedChance(
            BigDecimal arrivals, Duration back, BigDecimal risk, int reserve) {
        assertThat(new LendingPolicy(Set.of(Band.CRITICAL), Set.of(SupportTier.T2), true, arrivals, back, risk)
                        .reserve())
                .isEqualTo(reserve);
    }

    @Test
    void theLastPlaceOfSeniorsIsKeptForTheClassThatMustBeAnsweredAtOnce() {
        Floor floor = new Floor(POLICY).with(Tickets.senior("sue", SupportTier.T2, 2, Map.of("billing", 5)));
        assertThat(floor.scored(Tickets.of("t1", Band.HIGH)).agentId()).isEqualTo("sue");
        assertThat(floor.scored(Tickets.of("t2", Band.HIGH)).agentId()).isEqualTo("sue");

        Route refused = floor.scored(Tickets.of("t3", Band.HIGH));
        assertThat(refused.decision()).isEqualTo(RouteDecision.QUEUED);
        assertThat(refused.candidates()).extracting(Candidate::refusedBecause).containsExactly("RESERVED");

        assertThat(floor.scored(Tickets.of("t4", Band.CRITICAL)).agentId()).isEqualTo("sue");
    }

    @Test
    void whoeverIsRipeIsNotRefusedForTheReserve() {
        Floor floor = new Floor(POLICY).with(Tickets.senior("sue", SupportTier.T2, 1, Map.of("billing", 5)));
        floor.scored(Tickets.of("t1", Band.HIGH));
        assertThat(floor.scored(Tickets.of("t2", Band.HIGH)).decision()).isEqualTo(RouteDecision.QUEUED);

        floor.later(Duration.ofHours(4)).look();

        assertThat(floor.ownerOf("t2")).isEqualTo("sue");
    }

    @Test
    void whoIsNotOfTheClassLeavesTheReserveFreeWhateverHappens() {
        Random random = Seeds.random(LendingTest.class);
        LendingPolicy lending = POLICY.lending();
        Floor floor = new Floor(POLICY);
        for (int i = 0; i < 6; i++) {
            SupportTier tier = i % 2 == 0 ? SupportTier.T2 : SupportTier.T1;
            floor.with(Tickets.agent("agent" + i, tier, i < 4, 1 + i % 2, Map.of("billing", 4), List.of(), List.of()));
        }
        int lent = 0;
        int kept = 0;
        int ids = 0;
        for (int step = 0; step < STEPS; step++) {
            floor.later(Duration.ofSeconds(random.nextInt(300)));
            List<String> owned = floor.tickets().keySet().stream()
                    .filter(id -> floor.ownerOf(id) != null)
                    .toList();
            if (!owned.isEmpty() && random.nextInt(2) == 0) {
                String id = owned.get(random.nextInt(owned.size()));
                floor.happened(id, ActivityKind.SOLVED, floor.ownerOf(id), TicketStatus.SOLVED, null);
                floor.forget(id);
                continue;
            }
            if (floor.tickets().size() >= 20) {
                continue;
            }
            Band band = Band.values()[random.nextInt(4)];
            int free = floor.roster().free(lending, POLICY.capacity());
            Route route = floor.scored(fresh("t" + ++ids, band, floor.now()));
            boolean byLender = route.agentId() != null
                    && lending.lends(floor.roster().staff().agent(route.agentId()));
            if (byLender && band != Band.CRITICAL) {
                lent++;
                assertThat(free).as("free places before %s", route).isGreaterThan(lending.reserve());
            }
            kept += route.candidates().stream().anyMatch(one -> "RESERVED".equals(one.refusedBecause())) ? 1 : 0;
        }
        System.out.println(lent + " places were lent, " + kept + " decisions met the reserve");
        assertThat(lent).isPositive();
        assertThat(kept).isPositive();
    }

    private static CaseFile fresh(String id, Band band, Instant now) {
        return Tickets.of(1, id, band, Tickets.analysis(), PlanTier.PRO, TicketStatus.NEW, null, now, now);
    }
}
