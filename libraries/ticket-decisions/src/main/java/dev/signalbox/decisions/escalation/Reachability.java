package dev.signalbox.decisions.escalation;

import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who can be told at a moment (I23). It is taken from the policy that is active, not from the one that opened an
 * escalation: a swap of shifts holds for what is open already.
 *
 * @param onCall schedules by the name that they answer for; other names always reach somebody
 * @param hours calendars by name; a name that is not described never closes
 */
public record Reachability(Map<String, OnCallSchedule> onCall, Map<String, ? extends WorkCalendar> hours) {

    /** Every name reaches somebody at every time. */
    public static final Reachability ALWAYS = new Reachability(Map.of(), Map.of());

    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final int MOST_SHIFTS_TRIED = 1_000;

    public Reachability {
        onCall = Map.copyOf(onCall);
        hours = Map.copyOf(hours);
    }

    /** Whom a step tells at a moment; empty outside its hours, and while nobody is on call. */
    Optional<String> told(ChainStep step, Instant moment) {
        if (!open(step, moment)) {
            return Optional.empty();
        }
        OnCallSchedule schedule = onCall.get(step.owner());
        return schedule == null ? Optional.of(step.owner()) : schedule.at(moment);
    }

    /** The first moment, not before that one, at which a step reaches somebody; empty if none is known. */
    Optional<Instant> next(ChainStep step, Instant moment) {
        Instant from = opening(step, moment);
        OnCallSchedule schedule = onCall.get(step.owner());
        for (int i = 0; schedule != null && schedule.at(from).isEmpty(); i++) {
            Optional<Instant> shift = schedule.nextAfter(from);
            if (shift.isEmpty() || i == MOST_SHIFTS_TRIED) {
                return Optional.empty();
            }
            from = opening(step, shift.get());
        }
        return Optional.of(from);
    }

    private boolean open(ChainStep step, Instant moment) {
        return opening(step, moment).equals(moment);
    }

    private Instant opening(ChainStep step, Instant moment) {
        WorkCalendar calendar = step.hours() == null ? null : hours.get(step.hours());
        return calendar == null ? moment : calendar.after(moment, MOMENT).minus(MOMENT);
    }
}
