package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.LevelTiming;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.timers.Timer;
import java.time.Duration;
import java.time.Instant;

/** What the timer of a clock's next level carries. One timer for each running clock: its next level. */
record LevelTimer(
        ClockKind clock,
        int cycle,
        int level,
        long clockRevision,
        long assignmentEpoch,
        LevelTiming timing,
        String startedBy) {

    static final String KIND = "LEVEL";

    static String key(String ticketId, ClockKind clock, int cycle) {
        return ticketId + '|' + clock + '|' + cycle;
    }

    static Timer of(String ticketId, ClockLedger ledger, ClockLedger.Armed armed, long assignmentEpoch) {
        LevelTimer payload = new LevelTimer(
                ledger.clock(),
                ledger.cycle(),
                armed.level(),
                armed.revision(),
                assignmentEpoch,
                armed.timing(),
                ledger.isStartedBy());
        return new Timer(
                key(ticketId, ledger.clock(), ledger.cycle()), ticketId, KIND, armed.dueAt(), Json.text(payload));
    }

    /** The record on {@code sla.timers} of a timer that has fired. */
    static SlaTimer fired(Timer timer, long sequence, Instant now) {
        LevelTimer payload = Json.decode(timer.payload(), LevelTimer.class);
        // the clock may pass the due moment between the start of the transaction and the look for due timers
        Instant firedAt = now.isBefore(timer.dueAt()) ? timer.dueAt() : now;
        return new SlaTimer(
                timer.ticketId(),
                sequence,
                firedAt,
                payload.clock(),
                payload.cycle(),
                payload.level(),
                timer.dueAt(),
                firedAt,
                Duration.between(timer.dueAt(), firedAt),
                payload.clockRevision(),
                payload.assignmentEpoch(),
                payload.timing(),
                payload.startedBy());
    }
}
