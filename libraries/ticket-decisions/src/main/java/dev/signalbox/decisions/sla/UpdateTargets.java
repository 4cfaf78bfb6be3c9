package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.sla.TargetTable.Targets;
import java.time.Duration;

/**
 * The {@code sla.targets.update} section of the policy: how often the customer hears of an escalated ticket (S34).
 * Around the clock: a day is a day.
 *
 * @param every above zero
 * @param p1 the same for severity P1
 */
public record UpdateTargets(Duration every, Duration p1) {

    /** For documents that were written before it could be said (S34). */
    static final UpdateTargets USUAL = new UpdateTargets(Duration.ofHours(24), Duration.ofHours(1));

    public UpdateTargets {
        Targets.requirePositive("sla.targets.update.every", every);
        Targets.requirePositive("sla.targets.update.p1", p1);
    }

    Duration every(Severity severity) {
        return severity == Severity.P1 ? p1 : every;
    }
}
