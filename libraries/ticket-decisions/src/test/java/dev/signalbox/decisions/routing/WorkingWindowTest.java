package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Shift;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.sla.calendar.BusinessCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of a target are shares of its working time: nobody is late over a weekend. */
class WorkingWindowTest {

    private static final BusinessCalendar OFFICE = new BusinessCalendar(
            ZoneOffset.UTC,
            List.of(new Shift(
                    List.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0))),
            null,
            null);
    private static final Instant FRIDAY_AT_FOUR = Instant.parse("2026-11-27T16:00:00Z");

    private final Floor floor =
            new Floor(new RoutingRules(Floor.policy("channel: null", "channel: email"), name -> OFFICE));

    @BeforeEach
    void itIsFridayAtFour() {
        floor.with(Tickets.agent("front", SupportTier.T1, 5, Map.of()))
                .later(Duration.between(floor.now(), FRIDAY_AT_FOUR));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 2026-11-27T16:00:00Z",
        "0.10, 2026-11-27T16:48:00Z",
        "0.25, 2026-11-30T10:00:00Z",
        "0.50, 2026-11-30T12:00:00Z",
        "1.00, 2026-11-30T16:00:00Z",
        "1.50, 2026-12-01T12:00:00Z"
    })
    void aShareOfAnEightHourTargetPassesInOfficeHours(BigDecimal share, Instant at) {
        Window window = new Window(FRIDAY_AT_FOUR, Instant.parse("2026-11-30T16:00:00Z"), OFFICE);

        assertThat(window.at(share)).isEqualTo(at);
        assertThat(window.elapsed(at)).isEqualByComparingTo(share);
    }

    @Test
    void overTheWeekendNothingElapses() {
        Window window = new Window(FRIDAY_AT_FOUR, Instant.parse("2026-11-30T16:00:00Z"), OFFICE);

        assertThat(window.elapsed(Instant.parse("2026-11-28T12:00:00Z")))
                .isEqualTo(window.elapsed(Instant.parse("2026-11-29T23:00:00Z")))
                .isEqualByComparingTo("0.125");
    }

    @Test
    void aReviewIsWaitedForUntilMondayAtTen() {
        Route route = floor.scored(inOfficeHours(
                Band.LOW, AnalysisOf.plain().uncertain(), Duration.ofHours(8), Instant.parse("2026-11-30T16:00:00Z")));

        assertThat(route.decision()).isEqualTo(RouteDecision.NEEDS_REVIEW);
        assertThat(floor.ticket("t").wakeAt()).isEqualTo("2026-11-30T10:00:00Z");
        assertThat(floor.later(Duration.ofHours(50)).look()).as("on Sunday").isNull();
        assertThat(floor.later(Duration.ofHours(16)).look().decision())
                .as("on Monday at ten")
                .isEqualTo(RouteDecision.QUEUED);
    }

    @Test
    void aSuggestionHasHalfOfTheWorkingTimeToHelp() {
        Route route = floor.scored(inOfficeHours(
                Band.SELF_SERVICE,
                AnalysisOf.plain().simple(),
                Duration.ofHours(24),
                Instant.parse("2026-12-02T16:00:00Z")));

        assertThat(route.decision()).isEqualTo(RouteDecision.SELF_SERVICE);
        assertThat(floor.ticket("t").wakeAt()).isEqualTo("2026-12-01T12:00:00Z");
    }

    @Test
    void theNextAnswerIsDueInOfficeHours() {
        floor.scored(inOfficeHours(
                Band.LOW, AnalysisOf.plain(), Duration.ofHours(8), Instant.parse("2026-11-30T16:00:00Z")));
        floor.later(Duration.ofMinutes(10)).happened("t", ActivityKind.AGENT_REPLIED, "front", null, null);
        floor.later(Duration.ofMinutes(20)).happened("t", ActivityKind.CUSTOMER_REPLIED, null, null, null);

        Floor.Kept kept = floor.ticket("t");

        assertThat(Need.window(Draft.of(kept.file(), floor.rules(), kept.state(), null)))
                .isEqualTo(new Window(floor.now(), Instant.parse("2026-11-30T16:30:00Z"), OFFICE));
    }

    private static CaseFile inOfficeHours(Band band, AnalysisOf analysis, Duration target, Instant due) {
        CaseFile file = Tickets.of(
                1, "t", band, analysis.build(), PlanTier.PRO, TicketStatus.NEW, null, FRIDAY_AT_FOUR, FRIDAY_AT_FOUR);
        SlaTarget first = new SlaTarget(target, List.of(), "office", due, null, null);
        SlaTarget next = new SlaTarget(target, List.of(), "office", null, null, null);
        return file.scored(file.score(), new Sla(first, next, first, List.of()));
    }
}
