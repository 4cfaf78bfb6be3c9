package dev.signalbox.local.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an independent simulation of the same floor has found for an order of service.
 *
 * @param late medians over 8 seeds of late first responses, 0..1, for each of {@link Lab#LOADS}
 */
record Validity(Discipline discipline, List<Double> late) {

    static final List<Validity> REFERENCES = List.of(
            new Validity(Discipline.FIFO, List.of(0.11, 0.16, 0.25, 0.69)),
            new Validity(Discipline.STRICT_PRIORITY, List.of(0.003, 0.014, 0.047, 0.15)),
            new Validity(Discipline.EARLIEST_DEADLINE, List.of(0.0, 0.001, 0.026, 0.67)));

    static final String HEAD = """
            | load | order of service | reference | median of all seeds | medians of 8 seeds, least to most |
            |---|---|---|---|---|""";

    private static final int SEEDS = 8;

    /** Compares, as a line of Markdown. */
    String text(int load, List<Run> runs) {
        List<Double> medians = new ArrayList<>();
        for (int from = 0; from + SEEDS <= runs.size(); from += SEEDS) {
            medians.add(LabRow.median(runs.subList(from, from + SEEDS), Run::breaches));
        }
        double least = medians.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double most = medians.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "| %.2f | %s | %s | %s | %s to %s |",
                Lab.LOADS.get(load),
                discipline.plain(),
                LabRow.percent(late.get(load)),
                LabRow.percent(LabRow.median(runs, Run::breaches)),
                LabRow.percent(least),
                LabRow.percent(most));
    }
}
