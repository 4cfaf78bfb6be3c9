package dev.signalbox.decisions.severity;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.validation.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ITIL matrix: a severity for every urgency and impact (S9). */
public record SeverityMatrix(Map<Urgency, Map<Impact, Severity>> rows) {

    /**
     * @throws IllegalArgumentException if a cell is missing
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SeverityMatrix {
        rows = Map.copyOf(rows);
        List<String> holes = new ArrayList<>();
        for (Urgency urgency : Urgency.values()) {
            for (Impact impact : Impact.values()) {
                @Nullable Map<Impact, Severity> row = rows.get(urgency);
                if (row == null || row.get(impact) == null) {
                    holes.add("analysis.matrix." + urgency + "." + impact + " is missing: allowed are P1 to P4");
                }
            }
        }
        Allowed.without(holes);
    }

    /** The severity of that urgency and impact. */
    public Severity severity(Urgency urgency, Impact impact) {
        return cell(rows, urgency, impact);
    }

    private static Severity cell(Map<Urgency, Map<Impact, Severity>> rows, Urgency urgency, Impact impact) {
        @Nullable Map<Impact, Severity> row = rows.get(urgency);
        @Nullable Severity severity = row == null ? null : row.get(impact);
        return Allowed.present("analysis.matrix." + urgency + "." + impact, severity);
    }
}
