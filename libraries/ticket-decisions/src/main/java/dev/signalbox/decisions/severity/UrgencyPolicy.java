package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import org.jspecify.annotations.Nullable;

/**
 * How disruptive an issue is (S9). The worst cue wins, except where a later one takes it back.
 *
 * @param critical work has stopped
 * @param high work is hindered, or the customer says it is urgent
 * @param low a question or a wish
 * @param unhurried the customer says that it has time: outweighs {@code high}, not {@code critical}
 * @param calm it is over: what was said before counts no more
 * @param otherwise where no cue is found
 */
public record UrgencyPolicy(
        CueWords critical, CueWords high, CueWords low, CueWords unhurried, CueWords calm, Urgency otherwise) {

    public UrgencyPolicy(
            @Nullable CueWords critical,
            @Nullable CueWords high,
            @Nullable CueWords low,
            @Nullable CueWords unhurried,
            @Nullable CueWords calm,
            @Nullable Urgency otherwise) {
        this.critical = Allowed.present("analysis.urgency.critical", critical);
        this.high = Allowed.present("analysis.urgency.high", high);
        this.low = Allowed.present("analysis.urgency.low", low);
        this.unhurried = Allowed.present("analysis.urgency.unhurried", unhurried);
        this.calm = Allowed.present("analysis.urgency.calm", calm);
        this.otherwise = Allowed.present("analysis.urgency.otherwise", otherwise);
    }
}
