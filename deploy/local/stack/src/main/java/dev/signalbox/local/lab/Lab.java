package dev.signalbox.local.lab;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every order of service with the same tickets, at several loads and over several seeds. */
public final class Lab {

    /** Loads at which the orders are compared. */
    public static final List<Double> LOADS = List.of(0.85, 0.92, 0.97, 1.02);

    private final QueuePolicy policy;

    private Lab(QueuePolicy policy) {
        this.policy = policy;
    }

    /** A lab with the queue of the starter policy. */
    public static Lab starter() {
        return new Lab(PolicyDocument.starter().policy().routing().queue());
    }

    /**
     * Plays everything and tells the table line by line, in Markdown.
     *
     * @param firstSeed of {@code seeds} seeds in a row
     */
    public void print(long firstSeed, int seeds, Consumer<String> out) {
        LabRow.HEAD.lines().forEach(out);
        for (double load : LOADS) {
            rows(load, firstSeed, seeds).forEach(row -> out.accept(row.text()));
        }
    }

    List<LabRow> rows(double load, long firstSeed, int seeds) {
        Map<Discipline, List<Run>> runs = new EnumMap<>(Discipline.class);
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            List<Arrival> arrivals = Traffic.of(seed, load);
            for (Discipline discipline : Discipline.values()) {
                runs.computeIfAbsent(discipline, one -> new ArrayList<>()).add(Run.of(arrivals, discipline, policy));
            }
        }
        return runs.entrySet().stream()
                .map(entry -> LabRow.of(load, entry.getKey(), entry.getValue()))
                .toList();
    }
}
