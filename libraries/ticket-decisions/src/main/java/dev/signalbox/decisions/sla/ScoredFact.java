package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.CaseFile;
import java.time.Instant;

/**
 * A version of a case, or a run of versions that say the same.
 *
 * @param through the last version of the run; equal to {@code version} where it is alone
 * @param throughAsOf the latest {@code asOf} of the run
 */
public record ScoredFact(long version, Instant asOf, long through, Instant throughAsOf, Terms terms) {

    /** What a record on {@code tickets.scored} says. */
    public static ScoredFact of(CaseFile scored) {
        return new ScoredFact(scored.version(), scored.asOf(), scored.version(), scored.asOf(), Terms.of(scored));
    }

    boolean covers(long someVersion) {
        return version <= someVersion && someVersion <= through;
    }

    boolean continues(ScoredFact earlier) {
        return earlier.through + 1 == version && earlier.terms.equals(terms);
    }

    ScoredFact joinedBy(ScoredFact later) {
        Instant latest = throughAsOf.isAfter(later.throughAsOf) ? throughAsOf : later.throughAsOf;
        return new ScoredFact(version, asOf, later.through, latest, terms);
    }
}
