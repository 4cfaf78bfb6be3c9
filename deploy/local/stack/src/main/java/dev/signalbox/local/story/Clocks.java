package dev.signalbox.local.story;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.local.story.StoryLine.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was promised, and what the watchdog did about it. */
final class Clocks {

    private Clocks() {}

    static StoryLine changed(ClockChange change) {
        String clock = "The " + Wording.plain(change.clock()) + " clock ";
        String due = due(change.newDueAt());
        String what = switch (change.kind()) {
            case ACTIVATED -> clock + "started" + due;
            case PAUSED -> clock + "stands still with " + spare(change) + " left";
            case RESUMED -> clock + "goes on" + due;
            case RETARGETED -> clock + "moved" + from(change.oldDueAt()) + due;
            case WARNED -> clock + "is at " + change.level() + " %";
            case BREACHED -> clock + "is breached: it was due at " + time(change.oldDueAt(), change.newDueAt());
            case FULFILLED -> clock + "is fulfilled" + left(change);
            case CANCELLED -> clock + "is cancelled";
            case SUPPRESSED -> clock + "had a level due that no longer counts";
        };
        List<String> why = new ArrayList<>();
        why.add("because of " + change.cause() + (change.tightenedBy() == null ? "" : ", " + change.tightenedBy()));
        if (change.by() != null) {
            why.add("by " + change.by() + ": " + change.note());
        }
        if (!change.skippedDays().isEmpty()) {
            why.add("days that do not count: " + change.skippedDays());
        }
        return new StoryLine(change.at(), Station.WATCHDOG, what, why);
    }

    private static String due(Instant at) {
        return at == null ? "" : ", due at " + Wording.moment(at);
    }

    private static String from(Instant at) {
        return at == null ? "" : " from " + Wording.moment(at);
    }

    private static String time(Instant old, Instant now) {
        Instant due = now == null ? old : now;
        return due == null ? "an unknown time" : Wording.moment(due);
    }

    private static String left(ClockChange change) {
        if (change.remaining() == null) {
            return "";
        }
        return change.remaining().isNegative()
                ? ", " + Wording.length(change.remaining().negated()) + " late"
                : " with " + Wording.length(change.remaining()) + " to spare";
    }

    private static String spare(ClockChange change) {
        return change.remaining() == null || change.remaining().isNegative()
                ? "nothing"
                : Wording.length(change.remaining());
    }

    static StoryLine due(SlaTimer timer) {
        String late = timer.lateBy() == null || timer.lateBy().toSeconds() == 0
                ? ""
                : ", " + Wording.length(timer.lateBy()) + " late";
        return StoryLine.of(
                timer.firedAt(),
                Station.WATCHDOG,
                timer.level() + " % of the " + Wording.plain(timer.clock()) + " time are over" + late);
    }

    static StoryLine acted(SlaAction action) {
        String what = switch (action.action()) {
            case REOFFER -> "Offer it to the next agent";
            case REASSIGN -> "Give it to another agent";
            case WARN -> "Warn the owner and the lead";
            case ESCALATE -> action.predicted() ? "Escalate before it is too late" : "Escalate";
        };
        return StoryLine.of(
                action.at(),
                Station.WATCHDOG,
                what + " (" + action.level() + " % of " + Wording.plain(action.clock()) + ")",
                action.reason());
    }
}
