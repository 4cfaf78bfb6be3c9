package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a clock, at the moment of its cause (N4).
 *
 * @param elapsed working time used by then
 * @param remaining working time left from then, negative after the deadline
 * @param tightenedBy what moved the deadline forward, for example {@code health 80 -> 35, x0.75}
 * @param loosening who moved it back, and why
 */
public record ClockStep(
        Instant at,
        ClockEvent event,
        ClockCause cause,
        @Nullable Instant oldDueAt,
        Instant newDueAt,
        Duration elapsed,
        Duration remaining,
        @Nullable String tightenedBy,
        String policyVersion,
        @Nullable LooseningFact loosening) {

    boolean setsThePromise() {
        return event == ClockEvent.ACTIVATED || event == ClockEvent.RETARGETED;
    }
}
