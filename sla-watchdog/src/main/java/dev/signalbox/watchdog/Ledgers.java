package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.DueLevel;
import dev.signalbox.decisions.sla.WatchdogPolicy;
import dev.signalbox.timers.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The ledgers of one ticket's clocks, and the timers that follow from them. */
final class Ledgers {

    private final String ticketId;
    private final List<ClockLedger> ledgers;
    private final List<Timer> armed = new ArrayList<>();
    private final List<String> disarmed = new ArrayList<>();

    Ledgers(String ticketId, List<ClockLedger> ledgers) {
        this.ticketId = ticketId;
        this.ledgers = new ArrayList<>(ledgers);
    }

    ClockLedger of(Clock clock) {
        return ledgers.stream()
                .filter(ledger -> ledger.isOf(clock.kind(), clock.cycle()))
                .findFirst()
                .orElseGet(() -> ClockLedger.opened(clock.kind(), clock.cycle()));
    }

    void keep(ClockLedger changed) {
        for (int i = 0; i < ledgers.size(); i++) {
            if (ledgers.get(i).isOf(changed.clock(), changed.cycle())) {
                ledgers.set(i, changed);
                return;
            }
        }
        ledgers.add(changed);
    }

    List<ClockLedger> all() {
        return List.copyOf(ledgers);
    }

    /** Arms the next level of every running clock and disarms the others; tells whether anything changed. */
    boolean settle(List<Clock> clocks, WatchdogPolicy policy, Duration handOver, long assignmentEpoch) {
        boolean changed = false;
        for (ClockLedger ledger : all()) {
            Optional<Clock> clock = clocks.stream()
                    .filter(c -> ledger.isOf(c.kind(), c.cycle()))
                    .findFirst();
            ClockLedger.Armed next = clock.flatMap(c -> DueLevel.next(c, policy, ledger.decided(), handOver))
                    .map(due ->
                            new ClockLedger.Armed(due.level().percent(), due.dueAt(), ledger.revision(), due.timing()))
                    .orElse(null);
            if (next != null && !next.equals(ledger.armed())) {
                armed.add(LevelTimer.of(ticketId, ledger, next, assignmentEpoch));
                keep(ledger.armed(next));
                changed = true;
            } else if (next == null && ledger.armed() != null) {
                disarmed.add(LevelTimer.key(ticketId, ledger.clock(), ledger.cycle()));
                keep(ledger.armed(null));
                changed = true;
            }
        }
        return changed;
    }

    /** When the next level of a clock is due, or null. */
    Instant nextLevelAt() {
        return ledgers.stream()
                .map(ClockLedger::armed)
                .filter(Objects::nonNull)
                .map(ClockLedger.Armed::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Timers to schedule. */
    List<Timer> armed() {
        return armed;
    }

    /** Keys of timers to cancel. */
    List<String> disarmed() {
        return disarmed;
    }
}
