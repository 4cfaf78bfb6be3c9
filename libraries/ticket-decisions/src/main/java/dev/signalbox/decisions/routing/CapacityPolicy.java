package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Set;

/**
 * How far beyond an agent's own capacity routing may go.
 *
 * @param extra tickets beyond the soft limit: hard = soft + extra
 * @param bands for which bands only
 */
public record CapacityPolicy(int extra, Set<Band> bands) {

    public CapacityPolicy {
        Allowed.between("routing.capacity.extra", extra, 0, 10);
        bands = bands == null ? Set.of() : Set.copyOf(bands);
    }

    /** The most open tickets an agent may have after taking one of this band. */
    public int limit(int soft, Band band) {
        return soft + extra(band);
    }

    /** Tickets beyond the soft limit that an agent may have after taking one of this band. */
    int extra(Band band) {
        return bands.contains(band) ? extra : 0;
    }

    /** Never exceeded by an assignment of routing, whatever the band. */
    public int hard(int soft) {
        return soft + extra;
    }
}
