package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise from the target table.
 *
 * @param target working time
 * @param because the rows of the table that gave the shortest target, for example {@code PLAN_ENTERPRISE}
 * @param calendar name of the support calendar, {@code 24x7} for around the clock
 * @param dueAt when the promise would end if nothing changes; null for NEXT_RESPONSE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlaTarget(
        Duration target,
        List<String> because,
        String calendar,
        @Nullable Instant dueAt) {

    public SlaTarget {
        because = because == null ? List.of() : List.copyOf(because);
    }
}
