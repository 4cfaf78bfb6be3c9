package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * External deadlines (S36): an event and a date in one sentence, or the date in the sentence after.
 *
 * @param events audits, launches, compliance dates
 * @param within a deadline that is as near as this raises the urgency one step
 * @param onDay time of day of an event on a day
 * @param byDay time of day where something is due by a day
 * @param days words for days, as days after the day of writing
 * @param units words for units of time
 */
public record DeadlinePolicy(
        CueWords events,
        Duration within,
        LocalTime onDay,
        LocalTime byDay,
        Map<String, Integer> days,
        Map<String, Duration> units) {

    public DeadlinePolicy(
            @Nullable CueWords events,
            @Nullable Duration within,
            @Nullable LocalTime onDay,
            @Nullable LocalTime byDay,
            @Nullable Map<String, Integer> days,
            @Nullable Map<String, Duration> units) {
        this.events = Allowed.present("analysis.deadline.events", events);
        this.within = Allowed.present("analysis.deadline.within", within);
        this.onDay = Allowed.present("analysis.deadline.onDay", onDay);
        this.byDay = Allowed.present("analysis.deadline.byDay", byDay);
        this.days = Map.copyOf(Allowed.present("analysis.deadline.days", days));
        this.units = Map.copyOf(Allowed.present("analysis.deadline.units", units));
        if (this.within.isNegative()) {
            throw new IllegalArgumentException("analysis.deadline.within is negative: allowed are 0 and more");
        }
    }
}
