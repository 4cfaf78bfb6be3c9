package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Activity of a ticket in the order in which it happened, whatever the order in which it was heard of. What decides
 * about escalations is kept for ever; of the rest the oldest {@value #FIRST} and the newest {@value #LATEST} are: the
 * problem is told at the beginning, and where it stands at the end. What falls out of the middle could never come back
 * into it, so the same set of activity leaves the same history.
 */
final class History {

    static final int FIRST = 10;
    static final int LATEST = 40;

    /** Characters of one text. */
    static final int LONGEST_TEXT = 4_000;

    private static final Set<ActivityKind> DECIDES = EnumSet.of(
            ActivityKind.ESCALATION_REQUESTED,
            ActivityKind.SOLVED,
            ActivityKind.REOPENED,
            ActivityKind.STATUS_CHANGED,
            ActivityKind.MERGED,
            ActivityKind.RATED);
    private static final Comparator<Activity> AS_IT_HAPPENED =
            Comparator.comparing(Activity::at).thenComparing(Activity::activityId);

    private History() {}

    /** The history with one more activity; the same if it was known. */
    static List<Activity> with(List<Activity> history, Activity activity) {
        if (history.stream().anyMatch(known -> known.activityId().equals(activity.activityId()))) {
            return history;
        }
        List<Activity> all = new ArrayList<>(history);
        all.add(shortened(activity));
        all.sort(AS_IT_HAPPENED);
        return withoutTheMiddle(all);
    }

    private static List<Activity> withoutTheMiddle(List<Activity> all) {
        List<Activity> talk = all.stream()
                .filter(activity -> !DECIDES.contains(activity.kind()))
                .toList();
        if (talk.size() > FIRST + LATEST) {
            all.removeAll(talk.subList(FIRST, talk.size() - LATEST));
        }
        return all;
    }

    private static Activity shortened(Activity activity) {
        String text = activity.text();
        if (text == null || text.length() <= LONGEST_TEXT) {
            return activity;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return new Activity(
                activity.ticketId(),
                activity.activityId(),
                activity.at(),
                activity.kind(),
                activity.actor(),
                activity.isPublic(),
                text.substring(0, end),
                activity.status(),
                activity.priority(),
                activity.assignee(),
                activity.rating(),
                activity.messageId());
    }
}
