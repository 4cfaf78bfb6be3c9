package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Impact;
import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import org.jspecify.annotations.Nullable;

/**
 * How many are affected (S9). The widest cue wins, except where the text says that it is only one.
 *
 * @param outage the whole service is gone: urgency CRITICAL, and impact WIDESPREAD unless the text says how many
 * @param widespread the whole customer
 * @param large a department
 * @param limited some users
 * @param local one user
 * @param onlyLocal one user and nobody else: outweighs all others
 * @param counted phrases with a number of people in them
 * @param largeFrom people from which a count is LARGE
 * @param limitedFrom people from which a count is LIMITED; below it is LOCAL
 * @param otherwise where no cue is found
 */
public record ImpactPolicy(
        CueWords outage,
        CueWords widespread,
        CueWords large,
        CueWords limited,
        CueWords local,
        CueWords onlyLocal,
        CueWords counted,
        int largeFrom,
        int limitedFrom,
        Impact otherwise) {

    public ImpactPolicy(
            @Nullable CueWords outage,
            @Nullable CueWords widespread,
            @Nullable CueWords large,
            @Nullable CueWords limited,
            @Nullable CueWords local,
            @Nullable CueWords onlyLocal,
            @Nullable CueWords counted,
            int largeFrom,
            int limitedFrom,
            @Nullable Impact otherwise) {
        this.outage = Allowed.present("analysis.impact.outage", outage);
        this.widespread = Allowed.present("analysis.impact.widespread", widespread);
        this.large = Allowed.present("analysis.impact.large", large);
        this.limited = Allowed.present("analysis.impact.limited", limited);
        this.local = Allowed.present("analysis.impact.local", local);
        this.onlyLocal = Allowed.present("analysis.impact.onlyLocal", onlyLocal);
        this.counted = Allowed.present("analysis.impact.counted", counted);
        this.otherwise = Allowed.present("analysis.impact.otherwise", otherwise);
        this.limitedFrom = Allowed.between("analysis.impact.limitedFrom", limitedFrom, 2, Integer.MAX_VALUE);
        this.largeFrom = Allowed.between("analysis.impact.largeFrom", largeFrom, limitedFrom, Integer.MAX_VALUE);
    }
}
