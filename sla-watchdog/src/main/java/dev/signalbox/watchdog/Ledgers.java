package dev.signalbox.watchdog;

import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.DueLevel;
import dev.signalbox.decisions.sla.WatchdogPolicy;
import dev.signalbox.timers.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                .filter(ledger -> ledger.isOf(clock))
                .findFirst()
                .orElseGet(() -> ClockLedger.opened(clock));
    }

    /** The clock for which a timer fired, whatever its cycle is by now; empty if a late fact took it back. */
    Optional<Clock> clockOf(SlaTimer timer, List<Clock> clocks) {
        String startedBy = timer.startedBy();
        Predicate<Clock> sameCycle = clock -> clock.cycle() == timer.cycle();
        Predicate<Clock> sameStart = clock -> Objects.equals(startedBy, clock.startedBy());
        Predicate<Clock> onceThatStart = clock -> startedBy != null && of(clock).hasBeenStartedBy(startedBy);
        // a ticket opened again owes an answer to the same message in another cycle
        return Stream.of(sameStart.and(sameCycle), startedBy == null ? sameCycle : sameStart, onceThatStart)
                .flatMap(is -> clocks.stream().filter(clock -> clock.kind() == timer.clock() && is.test(clock)))
                .findFirst();
    }

    /**
     * Lets ledgers follow clocks to which a late fact gave another cycle: what was done because of one message is never
     * done again (P2).
     */
    void follow(List<Clock> clocks) {
        List<ClockLedger> before = all();
        Map<Clock, ClockLedger> followed = new LinkedHashMap<>();
        for (BiPredicate<ClockLedger, Clock> same :
                List.<BiPredicate<ClockLedger, Clock>>of(ClockLedger::startedBy, ClockLedger::isOf)) {
            clocks.stream()
                    .filter(clock -> !followed.containsKey(clock))
                    .forEach(clock -> before.stream()
                            .filter(ledger -> same.test(ledger, clock) && !followed.containsValue(ledger))
                            .findFirst()
                            .ifPresent(ledger -> followed.put(clock, ledger)));
        }
        ledgers.clear();
        before.stream()
                .filter(ledger ->
                        !followed.containsValue(ledger) && clocks.stream().noneMatch(ledger::isOf))
                .forEach(ledgers::add);
        followed.forEach((clock, ledger) -> {
            if (ledger.armed() != null && !ledger.isOf(clock)) {
                disarmed.add(LevelTimer.key(ticketId, ledger.clock(), ledger.cycle()));
            }
            ledgers.add(ledger.following(clock));
        });
        clocks.stream()
                .filter(clock -> !followed.containsKey(clock))
                .forEach(clock -> before.stream()
                        // not where that is still its own: a ticket opened again owes the same answer anew
                        .filter(ledger -> ledger.hasBeenStartedBy(clock) && !ledger.startedBy(clock))
                        .findFirst()
                        .ifPresent(ledger -> ledgers.add(ledger.leaving(clock))));
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
            Optional<Clock> clock = clocks.stream().filter(ledger::isOf).findFirst();
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

    /** Keys of timers to cancel; one that was armed since stays. */
    List<String> disarmed() {
        Set<String> rearmed = armed.stream().map(Timer::key).collect(Collectors.toSet());
        return disarmed.stream().filter(key -> !rearmed.contains(key)).toList();
    }
}
