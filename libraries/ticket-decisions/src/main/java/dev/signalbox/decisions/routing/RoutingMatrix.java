package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.validation.Allowed;
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
        List<Combination> holes = new ArrayList<>();
        boolean[] reached = new boolean[rows.size()];
        for (Band band : Band.values()) {
            for (Severity severity : Severity.values()) {
                for (PlanTier plan : PlanTier.values()) {
                    int first = firstMatch(rows, band, severity, plan);
                    if (first < 0) {
                        holes.add(new Combination(band, severity, plan));
                    } else {
                        reached[first] = true;
                    }
                }
            }
        }
        List<String> faults = new ArrayList<>(faultOfHoles(holes));
        faults.addAll(faultsOfUnreached(rows, reached));
        Allowed.without(faults);
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

    private static List<String> faultOfHoles(List<Combination> holes) {
        return holes.isEmpty()
                ? List.of()
                : List.of("routing.matrix has no row for " + holes.size()
                        + " combinations of band, severity and plan, for example "
                        + holes.get(0).name()
                        + "; add a row such as " + holes.get(0).row(holes)
                        + ", a dimension that is left out matches everything");
    }

    private static List<String> faultsOfUnreached(List<MatrixRow> rows, boolean[] reached) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            if (!reached[i]) {
                faults.add("routing.matrix[" + i + "] (lane '" + rows.get(i).lane()
                        + "') is never reached: rows above it match everything it matches; move it up or remove it");
            }
        }
        return faults;
    }

    /** What the matrix must have a row for. */
    private record Combination(Band band, Severity severity, PlanTier plan) {

        String name() {
            return RoutingMatrix.name(band, severity, plan);
        }

        /** A row that fills the hole: for the whole band, where the whole band has none. */
        String row(List<Combination> holes) {
            long ofBand = holes.stream().filter(hole -> hole.band() == band).count();
            boolean whole = ofBand == (long) Severity.values().length * PlanTier.values().length;
            return "{bands: [" + band + "]" + (whole ? "" : ", severities: [" + severity + "], plans: [" + plan + "]")
                    + ", lane: NAME}";
        }
    }
}
