package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.calendar.BusinessCalendar;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One clock while its facts are folded. Moments are kept to the microsecond, as the database keeps them. */
final class ClockRun {

    private final ClockKind kind;
    private final int cycle;
    private final Instant startedAt;
    private final @Nullable String startedBy;
    private final List<Pause> pauses = new ArrayList<>();
    private final List<ClockStep> steps = new ArrayList<>();
    private String calendar;
    private WorkCalendar counting;
    private WorkCalendar workCalendar;
    private ClockState state;
    private Instant promisedAt;
    private Instant dueAt;
    private @Nullable Instant pausedAt;
    private @Nullable Instant endedAt;

    /**
     * Starts a clock.
     *
     * @param knownAt when the ticket was first seen
     * @param startedBy what started it, or null for the ticket itself
     * @param silence why it never fires, or null
     */
    ClockRun(
            ClockKind kind,
            int cycle,
            Instant startedAt,
            Instant knownAt,
            Target target,
            WorkCalendar counting,
            ClockCause cause,
            @Nullable String startedBy,
            @Nullable ClockCause silence,
            String policyVersion) {
        this.kind = kind;
        this.cycle = cycle;
        this.startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
        this.calendar = target.calendar();
        this.startedBy = startedBy;
        this.counting = counting;
        this.workCalendar = counting;
        this.state = silence == null ? ClockState.RUNNING : ClockState.SILENT;
        this.promisedAt = later(startedAt, knownAt);
        this.dueAt = workCalendar.after(this.startedAt, target.working());
        if (silence == null) {
            record(startedAt, ClockEvent.ACTIVATED, cause, null, null, policyVersion);
        } else {
            record(startedAt, ClockEvent.SUPPRESSED, silence, null, null, policyVersion);
        }
    }

    Instant startedAt() {
        return startedAt;
    }

    ClockKind kind() {
        return kind;
    }

    boolean owed() {
        return state == ClockState.RUNNING || state == ClockState.PAUSED;
    }

    /** Promises the new target from the start of the clock, but not sooner than what tightening leaves from now. */
    void retarget(
            Instant at,
            Target target,
            WorkCalendar next,
            Duration leavesAtLeast,
            ClockCause cause,
            String by,
            String policy) {
        WorkCalendar carried = counting.equals(next) ? workCalendar : workCalendar.until(until(at), next);
        Instant whole = carried.after(until(at), target.working());
        Instant notice = carried.after(until(at), leavesAtLeast);
        Instant promised = carried.after(startedAt, target.working());
        Instant candidate = later(promised, whole.isBefore(notice) ? whole : notice);
        if (candidate.truncatedTo(ChronoUnit.MICROS).isBefore(dueAt)) {
            calendar = target.calendar();
            counting = next;
            workCalendar = carried;
        }
        tighten(at, candidate, cause, by, policy);
    }

    /**
     * Counts on by the policy's calendar of the same name if its hours are the same and its holidays others. Only where
     * these lie before the deadline does it move, either way: what is promised is working time, and that stays.
     */
    void correctHolidays(Instant at, SlaPolicy policy, String policyVersion) {
        WorkCalendar next = policy.calendar(calendar);
        if (!policy.knows(calendar)
                || counting.equals(next)
                || !(counting instanceof BusinessCalendar before && before.hasHoursOf(next))) {
            return;
        }
        Duration remaining = workCalendar.between(until(at), dueAt);
        counting = next;
        workCalendar = workCalendar.until(until(at), next);
        if (!remaining.isNegative() && !next.between(until(at), dueAt).equals(remaining)) {
            Instant old = dueAt;
            dueAt = next.after(until(at), remaining).truncatedTo(ChronoUnit.MICROS);
            promisedAt = later(promisedAt, at);
            record(at, ClockEvent.RETARGETED, ClockCause.HOLIDAYS_CHANGED, old, null, policyVersion);
        }
    }

    /** Multiplies what remains of the promise. */
    void shorten(Instant at, BigDecimal factor, Duration leavesAtLeast, ClockCause cause, String by, String policy) {
        BigDecimal nanos = BigDecimal.valueOf(
                        workCalendar.between(until(at), dueAt).toNanos())
                .multiply(factor)
                .setScale(0, RoundingMode.FLOOR);
        Duration scaled = Duration.ofNanos(nanos.longValueExact());
        Duration left = scaled.compareTo(leavesAtLeast) < 0 ? leavesAtLeast : scaled;
        tighten(at, workCalendar.after(until(at), left), cause, by, policy);
    }

    /** Stops its time. */
    void pause(Instant at, String policy) {
        state = ClockState.PAUSED;
        pausedAt = later(at, startedAt).truncatedTo(ChronoUnit.MICROS);
        record(pausedAt, ClockEvent.PAUSED, ClockCause.WAITING_ON_CUSTOMER, dueAt, null, policy);
    }

    /** Lets its time go on; what was left is left still. */
    void resume(Instant at, String policy) {
        Instant old = dueAt;
        goOn(at);
        state = ClockState.RUNNING;
        promisedAt = later(promisedAt, at);
        record(at, ClockEvent.RESUMED, ClockCause.WAITING_ENDED, old, null, policy);
    }

    void end(Instant at, ClockState how, ClockCause cause, String policy) {
        goOn(at);
        state = how;
        endedAt = later(at, startedAt).truncatedTo(ChronoUnit.MICROS);
        ClockEvent event = how == ClockState.FULFILLED ? ClockEvent.FULFILLED : ClockEvent.CANCELLED;
        record(endedAt, event, cause, dueAt, null, policy);
    }

    Clock clock() {
        return new Clock(
                kind,
                cycle,
                state,
                startedAt,
                promisedAt,
                dueAt,
                endedAt,
                pausedAt,
                pauses,
                calendar,
                workCalendar,
                startedBy,
                steps);
    }

    /** The moment to which its time has come by then. */
    private Instant until(Instant at) {
        return pausedAt == null ? at : pausedAt;
    }

    private void goOn(Instant at) {
        if (pausedAt == null) {
            return;
        }
        Pause pause = new Pause(pausedAt, later(at, pausedAt).truncatedTo(ChronoUnit.MICROS));
        // a deadline that had passed before the pause stays where it was
        if (!dueAt.isBefore(pause.from())) {
            dueAt = workCalendar
                    .after(pause.until(), workCalendar.between(pause.from(), dueAt))
                    .truncatedTo(ChronoUnit.MICROS);
        }
        pauses.add(pause);
        workCalendar = new InterruptedCalendar(workCalendar, pause);
        pausedAt = null;
    }

    /** Moves the deadline back; a promise that is broken already stays so, and one that is paused has no deadline. */
    void loosen(Instant at, LooseningFact fact, String policy) {
        Instant later = fact.dueAt().truncatedTo(ChronoUnit.MICROS);
        if (state == ClockState.RUNNING && later.isAfter(dueAt) && !at.isAfter(dueAt)) {
            Instant old = dueAt;
            dueAt = later;
            promisedAt = later(promisedAt, at);
            record(at, ClockEvent.RETARGETED, ClockCause.LOOSENED, old, null, policy, fact);
        }
    }

    private void tighten(Instant at, Instant candidate, ClockCause cause, String by, String policy) {
        Instant sooner = candidate.truncatedTo(ChronoUnit.MICROS);
        if (sooner.isBefore(dueAt)) {
            Instant old = dueAt;
            dueAt = sooner;
            promisedAt = later(promisedAt, at);
            record(at, ClockEvent.RETARGETED, cause, old, by, policy);
        }
    }

    private void record(
            Instant at,
            ClockEvent event,
            ClockCause cause,
            @Nullable Instant oldDueAt,
            @Nullable String by,
            String policy) {
        record(at, event, cause, oldDueAt, by, policy, null);
    }

    private void record(
            Instant at,
            ClockEvent event,
            ClockCause cause,
            @Nullable Instant oldDueAt,
            @Nullable String by,
            String policy,
            @Nullable LooseningFact loosening) {
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        steps.add(new ClockStep(
                moment,
                event,
                cause,
                oldDueAt,
                dueAt,
                workCalendar.between(startedAt, until(moment)),
                workCalendar.between(until(moment), dueAt),
                by,
                policy,
                loosening));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
