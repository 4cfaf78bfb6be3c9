package dev.signalbox.intake;

import dev.signalbox.intake.reading.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what became of the records, by source, outcome and reason. */
@ApplicationScoped
public class Outcomes {

    private static final int MOST_SOURCES = 100;

    private final MeterRegistry meters;
    // a label's values must stay few, and the header that names a source can be anything
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
    }

    public void count(String source, Reading part) {
        meters.counter(
                        "signalbox.intake.outcomes",
                        "source",
                        known(source),
                        "outcome",
                        outcome(part),
                        "reason",
                        reason(part))
                .increment();
    }

    private String known(String source) {
        if (sources.contains(source)) {
            return source;
        }
        return sources.size() < MOST_SOURCES && sources.add(source) ? source : "other";
    }

    /** One word for the kind of outcome. */
    static String outcome(Reading part) {
        if (part instanceof Reading.TicketTold) {
            return "ticket";
        }
        if (part instanceof Reading.ActivityTold) {
            return "activity";
        }
        return part instanceof Reading.Skipped ? "skipped" : "quarantined";
    }

    /** The kind of activity, or why something was skipped or quarantined. */
    static String reason(Reading part) {
        if (part instanceof Reading.ActivityTold told) {
            return told.activity().kind().name();
        }
        if (part instanceof Reading.Skipped skipped) {
            return skipped.reason().name();
        }
        return part instanceof Reading.Refused refused ? refused.reason().code() : "";
    }
}
