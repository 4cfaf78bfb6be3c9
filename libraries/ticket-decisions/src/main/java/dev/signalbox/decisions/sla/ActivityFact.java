package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an activity means for clocks.
 *
 * @param at the helpdesk's time
 * @param answers a public reply by a human agent
 * @param standing what the ticket was from then on, or null where the activity does not say
 * @param message the customer's public message, through whatever channel it came, or null (P2)
 */
public record ActivityFact(
        String activityId,
        Instant at,
        boolean answers,
        @Nullable Standing standing,
        @Nullable String message) {

    /** The meaning of an activity; empty for what no clock cares about. */
    public static Optional<ActivityFact> of(Activity activity) {
        boolean answers = activity.kind() == ActivityKind.AGENT_REPLIED && said(activity, Actor.Kind.AGENT);
        boolean writes = activity.kind() == ActivityKind.CUSTOMER_REPLIED && said(activity, Actor.Kind.CUSTOMER);
        Standing standing = standing(activity);
        return answers || writes || standing != null
                ? Optional.of(new ActivityFact(
                        activity.activityId(), activity.at(), answers, standing, writes ? message(activity) : null))
                : Optional.empty();
    }

    /** Neither an automation nor a private note says anything to the other side. */
    private static boolean said(Activity activity, Actor.Kind by) {
        return activity.isPublic()
                && activity.actor() != null
                && activity.actor().kind() == by;
    }

    private static String message(Activity activity) {
        return activity.messageId() == null ? activity.activityId() : activity.messageId();
    }

    private static @Nullable Standing standing(Activity activity) {
        return switch (activity.kind()) {
            case MERGED -> Standing.MERGED;
            case SOLVED -> Standing.DONE;
            case REOPENED -> Standing.OPEN;
            default -> activity.status() == null ? null : Standing.of(activity.status());
        };
    }
}
