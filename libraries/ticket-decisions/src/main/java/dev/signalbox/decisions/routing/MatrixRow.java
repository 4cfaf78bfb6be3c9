package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.validation.Allowed;
import java.util.EnumSet;
import java.util.Set;

/** One row of the routing matrix; a dimension that is left out matches everything. */
public record MatrixRow(Set<Band> bands, Set<Severity> severities, Set<PlanTier> plans, String lane) {

    public MatrixRow {
        bands = bands == null || bands.isEmpty() ? Set.copyOf(EnumSet.allOf(Band.class)) : Set.copyOf(bands);
        severities = severities == null || severities.isEmpty()
                ? Set.copyOf(EnumSet.allOf(Severity.class))
                : Set.copyOf(severities);
        plans = plans == null || plans.isEmpty() ? Set.copyOf(EnumSet.allOf(PlanTier.class)) : Set.copyOf(plans);
        Allowed.present("routing.matrix.lane", lane);
    }

    boolean matches(Band band, Severity severity, PlanTier plan) {
        return bands.contains(band) && severities.contains(severity) && plans.contains(plan);
    }
}
