package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of one clock, put together from {@code sla.clocks}. */
final class ClockHistory {

    private static final int WHOLE = 100;

    /** Names a run of a clock. */
    record Key(String ticketId, ClockKind clock, int cycle) {}

    private Instant startedAt;
    private Instant promisedAt;
    private Instant dueAt;
    private Instant pausedAt;
    private Instant endedAt;
    private String startedBy;
    private boolean silent;
    private boolean aroundTheClock;

    static Map<Key, ClockHistory> of(History history) {
        Map<Key, ClockHistory> clocks = new LinkedHashMap<>();
        history.firsts(Topic.SLA_CLOCKS, ClockChange.class)
                .values()
                .forEach(of -> inSequence(of)
                        .forEach(change -> clocks.computeIfAbsent(
                                        new Key(change.ticketId(), change.clock(), change.cycle()),
                                        key -> new ClockHistory())
                                .apply(change)));
        return clocks;
    }

    private static List<ClockChange> inSequence(List<Said<ClockChange>> ofTicket) {
        List<Said<ClockChange>> sorted = new ArrayList<>(ofTicket);
        sorted.sort(Comparator.comparingLong(Said::sequence));
        return sorted.stream().map(Said::content).toList();
    }

    private void apply(ClockChange change) {
        switch (change.kind()) {
            case ACTIVATED, RETARGETED -> promise(change);
            case FULFILLED, CANCELLED -> end(change);
            case PAUSED -> pausedAt = change.at();
            case RESUMED -> goOn(change);
            case SUPPRESSED -> silent |= change.level() == null;
            case WARNED, BREACHED -> {}
        }
    }

    /** Around the clock a pause counts as a later start; by any other calendar only the deadline is looked at. */
    private void goOn(ClockChange change) {
        endPause(change.at());
        promise(change);
    }

    private void end(ClockChange change) {
        endPause(change.at());
        dueAt = change.newDueAt() == null ? dueAt : change.newDueAt();
        endedAt = change.at();
    }

    private void endPause(Instant at) {
        if (pausedAt != null && startedAt != null) {
            startedAt = startedAt.plus(Duration.between(pausedAt, at));
        }
        pausedAt = null;
    }

    private void promise(ClockChange change) {
        startedAt = change.at().minus(change.elapsed());
        startedBy = change.startedBy();
        aroundTheClock = "24x7".equals(change.calendar());
        promisedAt = change.at();
        dueAt = change.newDueAt();
        endedAt = null;
    }

    /** Still owed, also while it is paused. */
    boolean running() {
        return dueAt != null && endedAt == null && !silent;
    }

    /** What started it, by what was told last; null where the ticket itself did. */
    String startedBy() {
        return startedBy;
    }

    /**
     * When a level fell due while the clock ran, or null if it did not. A level that lay before the moment of its promise
     * fell due with it.
     *
     * @param knownAt before it nobody knew of the ticket
     * @param until looks no further
     */
    Instant dueAt(int level, Instant knownAt, Instant until) {
        if (startedAt == null || dueAt == null || silent || !(aroundTheClock || level == WHOLE)) {
            return null;
        }
        Duration share = Duration.between(startedAt, dueAt).multipliedBy(level).dividedBy(WHOLE);
        Instant due = latest(startedAt.plus(share), promisedAt, knownAt);
        Instant pauseOrNow = pausedAt == null ? until : pausedAt;
        Instant end = endedAt == null ? pauseOrNow : endedAt;
        return due.isBefore(end) ? due : null;
    }

    private static Instant latest(Instant... moments) {
        return List.of(moments).stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
