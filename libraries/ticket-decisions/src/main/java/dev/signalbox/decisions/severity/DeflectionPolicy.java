package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.validation.Allowed;
import java.util.Set;

/**
 * Which tickets self-service may answer, and whose never (S15, S58, S59, S61).
 *
 * @param clearPathIntents intents with a clear path to their solution; start narrow
 * @param arrBelow an account with this ARR or more is never deflected, in whole units of its currency
 * @param healthFrom an account with less health is never deflected
 * @param renewalDays days before the renewal date from which an ENTERPRISE account is never deflected, until renewed
 */
public record DeflectionPolicy(Set<String> clearPathIntents, long arrBelow, int healthFrom, int renewalDays) {

    public DeflectionPolicy {
        clearPathIntents = Set.copyOf(Allowed.present("analysis.deflection.clearPathIntents", clearPathIntents));
        Allowed.between("analysis.deflection.arrBelow", arrBelow, 0, Long.MAX_VALUE);
        Allowed.between("analysis.deflection.healthFrom", healthFrom, 0, 100);
        Allowed.between("analysis.deflection.renewalDays", renewalDays, 0, 3660);
    }
}
