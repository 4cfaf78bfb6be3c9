package dev.signalbox.local.lab;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Every order of service with the same tickets, at several loads and over several seeds. */
public final class Lab {

    /** Loads at which the orders are compared. */
    public static final List<Double> LOADS = List.of(0.85, 0.92, 0.97, 1.02);

    private final QueuePolicy policy;
    private final long firstSeed;
    private final int seeds;

    private Lab(QueuePolicy policy, long firstSeed, int seeds) {
        this.policy = policy;
        this.firstSeed = firstSeed;
        this.seeds = seeds;
    }

    /**
     * A lab with the queue of the starter policy.
     *
     * @param firstSeed of {@code seeds} seeds in a row
     */
    public static Lab starter(long firstSeed, int seeds) {
        return new Lab(PolicyDocument.starter().policy().routing().queue(), firstSeed, seeds);
    }

    /** Plays agents who are there around the clock and may take everything; tells the table, in Markdown. */
    public void print(Consumer<String> out) {
        print(Crew.aroundTheClock(), out);
    }

    /** The same with shifts, skills and declines. */
    public void printShifts(Consumer<String> out) {
        print(Crew.inShifts(), out);
    }

    /**
     * Plays recorded arrivals.
     *
     * @param file comma-separated, packed with gzip or not, as docs/scheduling.md describes
     * @throws IOException if it cannot be read
     */
    public void printLog(Path file, Consumer<String> out) throws IOException {
        ArrivalLog log = ArrivalLog.read(file);
        log.record().forEach(out);
        LabRow.HEAD.lines().forEach(out);
        for (double load : LOADS) {
            rows(load, log.crew(), seed -> log.arrivals(seed, load)).forEach(row -> out.accept(row.text()));
        }
    }

    /** Holds the simulation against the figures of a reference run; tells how far medians of few seeds spread. */
    public void printValidity(Consumer<String> out) {
        Validity.HEAD.lines().forEach(out);
        for (int load = 0; load < LOADS.size(); load++) {
            Map<Discipline, List<Run>> runs = runs(
                    Crew.aroundTheClock(),
                    synthetic(load),
                    Validity.REFERENCES.stream().map(Validity::discipline).toList());
            for (Validity reference : Validity.REFERENCES) {
                out.accept(reference.text(load, runs.get(reference.discipline())));
            }
        }
    }

    private LongFunction<List<Arrival>> synthetic(int load) {
        return seed -> Traffic.of(seed, LOADS.get(load), Crew.aroundTheClock());
    }

    private void print(Crew crew, Consumer<String> out) {
        LabRow.HEAD.lines().forEach(out);
        for (double load : LOADS) {
            rows(load, crew).forEach(row -> out.accept(row.text()));
        }
    }

    List<LabRow> rows(double load, Crew crew) {
        return rows(load, crew, seed -> Traffic.of(seed, load, crew));
    }

    private List<LabRow> rows(double load, Crew crew, LongFunction<List<Arrival>> traffic) {
        return runs(crew, traffic, List.of(Discipline.values())).entrySet().stream()
                .map(entry -> LabRow.of(load, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<Discipline, List<Run>> runs(
            Crew crew, LongFunction<List<Arrival>> traffic, List<Discipline> disciplines) {
        Map<Discipline, List<Run>> runs = new EnumMap<>(Discipline.class);
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            List<Arrival> arrivals = traffic.apply(seed);
            for (Discipline discipline : disciplines) {
                runs.computeIfAbsent(discipline, one -> new ArrayList<>())
                        .add(Run.of(arrivals, discipline, policy, crew));
            }
        }
        return runs;
    }
}
