package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.WorkTime;

/** How long a promise has, counted by which calendar. */
public record Target(WorkTime working, String calendar) {

    static Target of(SlaTarget target) {
        return new Target(target.promise(), target.calendar());
    }
}
