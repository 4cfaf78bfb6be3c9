package dev.signalbox.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a clock, told so that "why is it due then?" has an answer.
 *
 * @param at when its cause happened; {@code elapsed} and {@code remaining} count then
 * @param decidedAt when the watchdog knew, by its database's clock; later than {@code at} where the cause came late
 * @param cause for example {@code SCORED}, {@code AGENT_REPLIED}, {@code SEVERITY_RAISED}
 * @param elapsed working time used
 * @param remaining working time left, negative after the deadline
 * @param skippedDays days that did not count, ISO dates
 * @param tightenedBy the factor or rule that moved the deadline forward
 * @param startedBy the customer's message (P2), the update or the escalation that started the clock
 * @param by who loosened the promise
 * @param note why
 */
public record ClockChange(
        String ticketId,
        long sequence,
        Instant at,
        Instant decidedAt,
        ClockKind clock,
        int cycle,
        ClockEvent kind,
        String cause,
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        @Nullable Duration elapsed,
        @Nullable Duration remaining,
        List<LocalDate> skippedDays,
        long clockRevision,
        String calendar,
        @Nullable String tightenedBy,
        @Nullable Integer level,
        String policyVersion,
        @Nullable String startedBy,
        @Nullable String by,
        @Nullable String note) {

    public ClockChange {
        skippedDays = skippedDays == null ? List.of() : List.copyOf(skippedDays);
    }
}
