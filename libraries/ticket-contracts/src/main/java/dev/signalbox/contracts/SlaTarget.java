package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise from the target table.
 *
 * @param target working time; for a promise in business days that between the ticket's creation and the end of that
 *     many days
 * @param because the rows of the table that gave the shortest target, for example {@code PLAN_ENTERPRISE}
 * @param calendar name of the support calendar, {@code 24x7} for around the clock
 * @param dueAt when the promise would end if nothing changes; null for NEXT_RESPONSE
 * @param businessDays the promise in business days, which is then what counts (I25); null for one in working time
 * @param calendarBecause why that calendar counts: {@code ACCESS_REVOCATION}, {@code BAND_CRITICAL}, {@code SEVERITY_P1},
 *     {@code CONTRACT} or {@code POLICY}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlaTarget(
        Duration target,
        List<String> because,
        String calendar,
        @Nullable Instant dueAt,
        @Nullable Integer businessDays,
        @Nullable String calendarBecause) {

    public SlaTarget {
        because = because == null ? List.of() : List.copyOf(because);
    }

    /** What is promised, in its own unit. */
    public WorkTime promise() {
        return businessDays == null ? WorkTime.of(target) : WorkTime.ofDays(businessDays);
    }
}
