package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import java.util.ArrayList;
import java.util.List;

/** Band x severity x plan to a lane. Rows are read from the top; the first that matches decides (S26). */
public record RoutingMatrix(List<MatrixRow> rows) {

    /**
     * Checks the rows.
     *
     * @throws IllegalArgumentException if a combination has no row or a row can never be reached (N8)
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoutingMatrix {
        rows = List.copyOf(rows);
        List<String> holes = new ArrayList<>();
        boolean[] reached = new boolean[rows.size()];
        for (Band band : Band.values()) {
            for (Severity severity : Severity.values()) {
                for (PlanTier plan : PlanTier.values()) {
                    int first = firstMatch(rows, band, severity, plan);
                    if (first < 0) {
                        holes.add(name(band, severity, plan));
                    } else {
                        reached[first] = true;
                    }
                }
            }
        }
        refuseHoles(holes);
        refuseUnreached(rows, reached);
    }

    /** The lane's name; there is one for every combination. */
    public String lane(Band band, Severity severity, PlanTier plan) {
        return rows.get(firstMatch(rows, band, severity, plan)).lane();
    }

    /** How a decision names the row: {@code BAND/SEVERITY/PLAN}. */
    public static String name(Band band, Severity severity, PlanTier plan) {
        return band + "/" + severity + "/" + plan;
    }

    private static int firstMatch(List<MatrixRow> rows, Band band, Severity severity, PlanTier plan) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).matches(band, severity, plan)) {
                return i;
            }
        }
        return -1;
    }

    private static void refuseHoles(List<String> holes) {
        if (!holes.isEmpty()) {
            throw new IllegalArgumentException("routing.matrix has no row for " + holes.size()
                    + " combinations of band, severity and plan, for example " + holes.get(0)
                    + "; add a row, a dimension that is left out matches everything");
        }
    }

    private static void refuseUnreached(List<MatrixRow> rows, boolean[] reached) {
        for (int i = 0; i < reached.length; i++) {
            if (!reached[i]) {
                throw new IllegalArgumentException("routing.matrix[" + i + "] (lane '"
                        + rows.get(i).lane()
                        + "') is never reached: rows above it match everything it matches; move it up or remove it");
            }
        }
    }
}
