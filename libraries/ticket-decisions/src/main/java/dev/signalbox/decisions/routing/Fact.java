package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What routing keeps of an activity: enough to fold facts again in any order of arrival. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fact(
        String id,
        Instant at,
        ActivityKind kind,
        Actor actor,
        boolean shown,
        @Nullable TicketStatus status,
        @Nullable String assignee) {

    /** The order in which facts are folded, whatever the order of their arrival. */
    public static final Comparator<Fact> IN_TIME =
            Comparator.comparing(Fact::at).thenComparing(Fact::id);

    private static final Set<ActivityKind> IRRELEVANT =
            EnumSet.of(ActivityKind.RATED, ActivityKind.PRIORITY_CHANGED, ActivityKind.ESCALATION_REQUESTED);

    /** True if routing follows from that kind of activity at all. */
    public static boolean matters(Activity activity) {
        return !IRRELEVANT.contains(activity.kind()) || activity.status() != null;
    }

    public static Fact of(Activity activity) {
        return new Fact(
                activity.activityId(),
                activity.at(),
                activity.kind(),
                activity.actor(),
                activity.isPublic(),
                activity.status(),
                activity.assignee());
    }
}
