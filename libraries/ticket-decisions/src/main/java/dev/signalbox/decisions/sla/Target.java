package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.SlaTarget;
import java.time.Duration;

/** How much working time a promise has, counted by which calendar. */
public record Target(Duration working, String calendar) {

    static Target of(SlaTarget target) {
        return new Target(target.target(), target.calendar());
    }
}
