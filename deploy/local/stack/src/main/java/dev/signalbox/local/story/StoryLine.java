package dev.signalbox.local.story;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened.
 *
 * @param at when, by the clock of whoever told it
 * @param who the station that told it
 * @param what one sentence
 * @param why what explains it, line by line
 */
public record StoryLine(Instant at, Station who, String what, List<String> why) {

    /** Who tells, in the order in which a ticket meets them. */
    public enum Station {
        HELPDESK,
        ENRICHMENT,
        SCORING,
        ROUTING,
        WATCHDOG,
        ESCALATION,
        QUARANTINE
    }

    public StoryLine {
        why = List.copyOf(why);
    }

    static StoryLine of(Instant at, Station who, String what, String... why) {
        return new StoryLine(at, who, what, List.of(why));
    }
}
