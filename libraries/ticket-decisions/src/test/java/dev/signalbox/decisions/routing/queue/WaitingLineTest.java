package dev.signalbox.decisions.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final QueuePolicy POLICY =
            PolicyDocument.starter().policy().routing().queue();

    private final WaitingLine line = new WaitingLine(POLICY);

    @Test
    void theEarliestDeadlineIsServedFirst() {
        put("later", Band.LOW, NINE, Duration.ofHours(8));
        put("sooner", Band.SELF_SERVICE, NINE, Duration.ofHours(7));

        assertThat(next(NINE)).isEqualTo("sooner IN_TIME");
        assertThat(next(NINE)).isEqualTo("later IN_TIME");
        assertThat(line.next(NINE)).isNull();
    }

    @Test
    void aDearBandGoesAheadByItsLead() {
        put("low", Band.LOW, NINE, Duration.ofMinutes(100));
        put("critical", Band.CRITICAL, NINE, Duration.ofMinutes(200));

        assertThat(next(NINE)).isEqualTo("critical IN_TIME");
    }

    @Test
    void aTicketThatCannotMakeItStepsAsideForThoseThatCan() {
        put("late", Band.LOW, NINE, Duration.ofHours(8));
        put("inTime", Band.LOW, NINE.plus(Duration.ofHours(5)), Duration.ofHours(8));
        Instant after = NINE.plus(Duration.ofHours(9));

        assertThat(next(after)).isEqualTo("inTime IN_TIME");
        assertThat(next(after)).isEqualTo("late LATE");
    }

    @Test
    void aRipeTicketIsServedBeforeThoseInTime() {
        put("ripe", Band.HIGH, NINE, Duration.ofHours(1));
        Instant after = NINE.plus(Duration.ofHours(3));
        put("inTime", Band.HIGH, after, Duration.ofHours(1));

        assertThat(next(after)).isEqualTo("ripe RIPE");
    }

    @Test
    void expressTicketsPassOneRipeTicketNoMoreOftenThanThePolicyAllows() {
        put("ripe", Band.LOW, NINE, Duration.ofHours(1));
        Instant after = NINE.plus(Duration.ofHours(9));
        for (int i = 0; i <= POLICY.expressRun(); i++) {
            put("express" + i, Band.CRITICAL, after, Duration.ofMinutes(15));
        }

        for (int i = 0; i < POLICY.expressRun(); i++) {
            assertThat(next(after)).isEqualTo("express" + i + " EXPRESS");
        }
        assertThat(next(after)).isEqualTo("ripe RIPE");
    }

    @Test
    void aTicketThatIsScoredAgainIsNotMadeToWaitLongerForItsRipeness() {
        put("first", Band.HIGH, NINE, Duration.ofHours(1));
        put("first", Band.SELF_SERVICE, NINE, Duration.ofHours(1));
        Instant after = NINE.plus(Duration.ofHours(3));
        put("other", Band.SELF_SERVICE, after, Duration.ofMinutes(10));

        assertThat(next(after)).isEqualTo("first RIPE");
    }

    @Test
    void whoMayNotTakeTheFirstTakesTheNext() {
        put("declined", Band.LOW, NINE, Duration.ofHours(1));
        put("other", Band.LOW, NINE, Duration.ofHours(2));

        Served served = line.next(NINE, place -> !place.ticketId().equals("declined"));

        assertThat(served.place().ticketId()).isEqualTo("other");
        assertThat(line.size()).isEqualTo(1);
    }

    @Test
    void theBoundIsTheTimeToRipenessAndWhatMayGoAhead() {
        put("t", Band.HIGH, NINE, Duration.ofHours(1));
        long claims = (POLICY.expressRun() + 1L) * (POLICY.ripeCeiling() + 1L);

        assertThat(POLICY.latest(line.queued("t"), NINE, Duration.ofSeconds(30)))
                .isEqualTo(NINE.plus(Duration.ofHours(3)).plus(Duration.ofSeconds(30 * claims)));
    }

    @Test
    void theBoundBeginsWhenSomebodyIsThereForATicketThatIsRipeBefore() {
        put("t", Band.HIGH, NINE, Duration.ofHours(1));
        Instant shift = NINE.plus(Duration.ofHours(20));
        long claims = (POLICY.expressRun() + 1L) * (POLICY.ripeCeiling() + 1L);

        assertThat(POLICY.latest(line.queued("t"), shift, POLICY.claimEvery(2)))
                .isEqualTo(shift.plus(POLICY.claimWithin().dividedBy(2).multipliedBy(claims)));
    }

    @Test
    void aLineThatIsBuiltFromWhatWasKeptGoesOnWithPassesAndOrder() {
        put("second", Band.LOW, NINE, Duration.ofHours(1));
        put("ripe", Band.LOW, NINE, Duration.ofMinutes(59));
        Instant after = NINE.plus(Duration.ofHours(9));
        for (int i = 0; i <= POLICY.expressRun(); i++) {
            put("express" + i, Band.CRITICAL, after, Duration.ofMinutes(15));
        }
        for (int i = 0; i < POLICY.expressRun(); i++) {
            next(after);
        }
        WaitingLine restarted = new WaitingLine(POLICY, 100);
        for (String id : List.of("second", "ripe")) {
            restarted.put(POLICY.place(id, Band.LOW, NINE, NINE.plusSeconds(1)), line.queued(id), after);
        }
        restarted.put(
                POLICY.place("last", Band.CRITICAL, after, after.plusSeconds(900)), line.queued("express4"), after);

        assertThat(restarted.next(after).place().ticketId()).isEqualTo("ripe");
        assertThat(restarted.next(after).turn()).isEqualTo(Served.Turn.EXPRESS);
        assertThat(restarted.next(after).place().ticketId()).isEqualTo("second");
    }

    private void put(String id, Band band, Instant since, Duration target) {
        line.put(POLICY.place(id, band, since, since.plus(target)), since);
    }

    private String next(Instant now) {
        Served served = line.next(now);
        return served == null ? "nobody" : served.place().ticketId() + " " + served.turn();
    }
}
