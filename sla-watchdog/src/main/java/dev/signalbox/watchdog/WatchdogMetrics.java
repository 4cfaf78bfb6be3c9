package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.outbox.StreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How punctual the watchdog is and what it does. */
@ApplicationScoped
class WatchdogMetrics {

    private final MeterRegistry meters;
    private final StreamMetrics streams;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong overdue = new AtomicLong();
    private final MultiGauge warnings;

    WatchdogMetrics(MeterRegistry meters, StreamMetrics streams) {
        this.meters = meters;
        this.streams = streams;
        meters.gauge("signalbox.timers.pending", pending);
        meters.gauge("signalbox.timers.overdue", overdue);
        this.warnings = MultiGauge.builder("signalbox.warning.outcomes").register(meters);
    }

    /** A timer has fired. */
    void fired(Duration lateBy) {
        streams.record("signalbox.timer.fired.late", lateBy);
    }

    /** A batch of decisions was committed. */
    void count(Outcomes outcomes) {
        outcomes.all().forEach(this::count);
    }

    /** Levels were found that were due without a decision. */
    void missed(int levels) {
        meters.counter("signalbox.levels.missed").increment(levels);
    }

    /** So many tickets got another deadline by calendars that became active. */
    void recounted(int tickets) {
        meters.counter("signalbox.tickets.recounted").increment(tickets);
    }

    void timers(long nowPending, long nowOverdue) {
        pending.set(nowPending);
        overdue.set(nowOverdue);
    }

    /** How clocks came out over the last days, by kind and outcome. */
    void warnings(Map<ClockKind, Map<String, Long>> counts) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        counts.forEach((clock, outcomes) -> outcomes.forEach((outcome, clocks) ->
                rows.add(MultiGauge.Row.of(Tags.of("clock", clock.name(), "outcome", outcome), clocks))));
        warnings.register(rows, true);
    }

    private void count(LevelOutcome outcome) {
        Tags level = Tags.of(
                "clock", outcome.clock().name(),
                "level", Integer.toString(outcome.level()),
                "outcome", outcome.outcome());
        meters.counter("signalbox.levels", level).increment();
        if (outcome.late() != null) {
            streams.record("signalbox.timer.decided.late", outcome.late());
        }
        if (outcome.breach()) {
            Tags whose = Tags.of(
                    "clock", outcome.clock().name(),
                    "band", outcome.band().name(),
                    "plan", outcome.planTier().name());
            meters.counter("signalbox.breaches", whose).increment();
        }
    }
}
