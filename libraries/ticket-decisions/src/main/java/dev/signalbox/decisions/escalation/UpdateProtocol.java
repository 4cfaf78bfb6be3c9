package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Severity;
import java.time.Duration;

/**
 * How long an escalation may be silent (S34, P32).
 *
 * @param every an update is due so often
 * @param everyForP1 the same for severity P1
 * @param afterAcknowledging the first update is due so long after acknowledging
 * @param afterAcknowledgingP1 the same for severity P1
 */
public record UpdateProtocol(
        Duration every, Duration everyForP1, Duration afterAcknowledging, Duration afterAcknowledgingP1) {

    public UpdateProtocol {
        positive(every, "every");
        positive(everyForP1, "everyForP1");
        positive(afterAcknowledging, "afterAcknowledging");
        positive(afterAcknowledgingP1, "afterAcknowledgingP1");
    }

    Duration every(Severity severity) {
        return severity == Severity.P1 ? everyForP1 : every;
    }

    Duration afterAcknowledging(Severity severity) {
        return severity == Severity.P1 ? afterAcknowledgingP1 : afterAcknowledging;
    }

    private static void positive(Duration duration, String name) {
        Demand.that(
                duration != null && duration.compareTo(Duration.ZERO) > 0,
                "escalation.updates." + name + " must be a positive duration, for example PT24H");
    }
}
