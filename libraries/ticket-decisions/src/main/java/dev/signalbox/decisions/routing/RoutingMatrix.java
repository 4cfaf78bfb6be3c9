package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Band x severity x plan to a lane. Rows are read from the top; the first that matches decides (S26). */
public final class RoutingMatrix {

    private record Cell(Band band, Severity severity, PlanTier plan) {}

    private final List<MatrixRow> rows;
    private final Map<Cell, MatrixRow> cells = new HashMap<>();

    /**
     * Checks the rows.
     *
     * @throws IllegalArgumentException if a combination has no row or a row can never be reached (N8)
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoutingMatrix(List<MatrixRow> rows) {
        this.rows = List.copyOf(rows);
        List<String> holes = new ArrayList<>();
        Set<MatrixRow> reached = new HashSet<>();
        for (Band band : Band.values()) {
            for (Severity severity : Severity.values()) {
                for (PlanTier plan : PlanTier.values()) {
                    MatrixRow first = firstMatch(band, severity, plan);
                    if (first == null) {
                        holes.add(name(band, severity, plan));
                    } else {
                        reached.add(first);
                        cells.put(new Cell(band, severity, plan), first);
                    }
                }
            }
        }
        if (!holes.isEmpty()) {
            throw new IllegalArgumentException("routing.matrix has no row for " + holes.size()
                    + " combinations of band, severity and plan, for example " + holes.get(0)
                    + "; add a row, a dimension that is left out matches everything");
        }
        for (int i = 0; i < this.rows.size(); i++) {
            if (!reached.contains(this.rows.get(i)) || this.rows.indexOf(this.rows.get(i)) != i) {
                throw new IllegalArgumentException("routing.matrix[" + i + "] (lane '"
                        + this.rows.get(i).lane()
                        + "') is never reached: rows above it match everything it matches; move it up or remove it");
            }
        }
    }

    public List<MatrixRow> rows() {
        return rows;
    }

    /** The lane's name; there is one for every combination. */
    public String lane(Band band, Severity severity, PlanTier plan) {
        MatrixRow row = cells.get(new Cell(band, severity, plan));
        if (row == null) {
            throw new IllegalStateException("The matrix is total");
        }
        return row.lane();
    }

    /** How a decision names the row: {@code BAND/SEVERITY/PLAN}. */
    public static String name(Band band, Severity severity, PlanTier plan) {
        return band + "/" + severity + "/" + plan;
    }

    private @Nullable MatrixRow firstMatch(Band band, Severity severity, PlanTier plan) {
        for (MatrixRow row : rows) {
            if (row.matches(band, severity, plan)) {
                return row;
            }
        }
        return null;
    }
}
