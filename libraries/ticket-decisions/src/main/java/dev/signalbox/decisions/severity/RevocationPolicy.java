package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import org.jspecify.annotations.Nullable;

/**
 * When somebody's access must end (S15): a compromised login, or locking somebody out who has left or at once.
 *
 * @param compromised enough by itself
 * @param actions locking somebody out; needs a leaver anywhere in the text, or {@code now} in its sentence
 * @param leavers somebody has left the customer's company
 * @param now at once
 * @param severity the severity that such a case has at least
 */
public record RevocationPolicy(
        CueWords compromised, CueWords actions, CueWords leavers, CueWords now, Severity severity) {

    public RevocationPolicy(
            @Nullable CueWords compromised,
            @Nullable CueWords actions,
            @Nullable CueWords leavers,
            @Nullable CueWords now,
            @Nullable Severity severity) {
        this.compromised = Allowed.present("analysis.accessRevocation.compromised", compromised);
        this.actions = Allowed.present("analysis.accessRevocation.actions", actions);
        this.leavers = Allowed.present("analysis.accessRevocation.leavers", leavers);
        this.now = Allowed.present("analysis.accessRevocation.now", now);
        this.severity = Allowed.present("analysis.accessRevocation.severity", severity);
    }
}
