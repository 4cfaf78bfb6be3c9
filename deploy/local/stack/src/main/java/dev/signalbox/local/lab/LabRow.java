package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One line of the table: medians over the seeds of late first responses.
 *
 * @param longest wait of all seeds, in targets of its ticket
 * @param beyondBound tickets of all seeds that waited longer than their bound
 */
record LabRow(double load, Discipline discipline, double all, List<Double> bands, double longest, int beyondBound) {

    static final String HEAD = """
            | load | order of service | late, all | CRITICAL | HIGH | STANDARD | LOW | SELF_SERVICE | longest wait | beyond bound |
            |---|---|---|---|---|---|---|---|---|---|""";

    static LabRow of(double load, Discipline discipline, List<Run> runs) {
        List<Double> bands = java.util.Arrays.stream(Band.values())
                .map(band -> median(runs, run -> run.breaches(band)))
                .toList();
        return new LabRow(
                load,
                discipline,
                median(runs, Run::breaches),
                bands,
                runs.stream().mapToDouble(Run::longest).max().orElse(0),
                runs.stream().mapToInt(Run::beyondBound).sum());
    }

    double band(Band band) {
        return bands.get(band.ordinal());
    }

    /** As a line of Markdown, which is readable on a terminal too. */
    String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "| %.2f | %s | %s", load, discipline.plain(), percent(all)));
        bands.forEach(band -> text.append(" | ").append(percent(band)));
        String bound = discipline == Discipline.SIGNALBOX ? Integer.toString(beyondBound) : "no bound";
        return text.append(String.format(Locale.ROOT, " | %.1f x target | %s |", longest, bound))
                .toString();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
