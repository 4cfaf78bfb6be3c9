package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.PrematureClosing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Counts how one ticket's clocks came out, each once. */
final class Judging {

    private final List<Clock> clocks;
    private final PrematureClosing closing;
    private final Tally tally = new Tally();

    /** @param closing when a ticket counts as closed to beat the clock, or null for never */
    Judging(List<Clock> clocks, PrematureClosing closing) {
        this.clocks = clocks;
        this.closing = closing;
    }

    /** Whether the ticket was solved in the cycle before this one to beat its clock. */
    boolean followsABeatenOne(Clock reopened) {
        return before(reopened).map(solved -> beat(solved, reopened)).orElse(false);
    }

    Tally of(Ledgers ledgers, Instant now) {
        for (Clock clock : clocks) {
            ClockLedger ledger = ledgers.of(clock);
            Judgement judgement = Judgement.of(clock, ledger, now).orElse(null);
            boolean beaten = after(clock).map(next -> beat(clock, next)).orElse(false);
            if (!Objects.equals(judgement, ledger.judged()) || beaten != ledger.beaten()) {
                tally.replace(clock.kind(), ledger.judged(), judgement);
                if (beaten != ledger.beaten()) {
                    tally.add(clock.kind(), day(clock), Tally.CLOSED_TO_BEAT_THE_CLOCK, beaten ? 1 : -1);
                }
                ledgers.keep(ledger.judged(judgement, beaten));
            }
        }
        return tally;
    }

    private boolean beat(Clock solved, Clock reopened) {
        return closing != null && closing.beat(solved, reopened);
    }

    private Optional<Clock> before(Clock clock) {
        return inCycle(clock, clock.cycle() - 1);
    }

    private Optional<Clock> after(Clock clock) {
        return inCycle(clock, clock.cycle() + 1);
    }

    private Optional<Clock> inCycle(Clock like, int cycle) {
        return clocks.stream()
                .filter(clock -> clock.kind() == like.kind() && clock.cycle() == cycle)
                .findFirst();
    }

    // the start, which no late fact moves: what is taken back is taken from where it was counted
    private static LocalDate day(Clock clock) {
        return clock.startedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
