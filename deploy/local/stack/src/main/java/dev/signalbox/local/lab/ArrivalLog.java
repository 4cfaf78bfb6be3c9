package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Incidents as they came in at a real desk. What the log does not tell is assumed (docs/scheduling.md). */
final class ArrivalLog {

    private record Incident(LocalDateTime opened, Band band, int reassigned, boolean madeSla) {}

    private static final DateTimeFormatter OPENED = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
    private static final Map<String, Band> BANDS =
            Map.of("1", Band.CRITICAL, "2", Band.HIGH, "3", Band.STANDARD, "4", Band.LOW);
    private static final LabAgent DAY = new LabAgent(8, 18, false, Set.of(0));
    private static final LabAgent ALWAYS = new LabAgent(0, 24, true, Set.of(0));
    private static final int LEAST_AT_NIGHT = 2;
    private static final double HAND_BACK_MINUTES = 11;
    private static final int MOST_HAND_BACKS = 3;
    private static final long MINUTE = 60_000;

    private final List<Incident> incidents;
    private final LocalDateTime monday;
    private final int byDay;
    private final int always;

    private ArrivalLog(List<Incident> incidents) {
        this.incidents = incidents;
        this.monday = incidents
                .get(0)
                .opened()
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay();
        long end = at(incidents.get(incidents.size() - 1));
        double dayMinutes = 0;
        for (long minute = 0; minute < end; minute += MINUTE) {
            dayMinutes += DAY.worksAt(minute) ? 1 : 0;
        }
        double atNight = work(incidents.stream().filter(one -> !DAY.worksAt(at(one))));
        double inAll = work(incidents.stream());
        this.always = Math.max(LEAST_AT_NIGHT, (int) Math.ceil(atNight / ((double) end / MINUTE - dayMinutes)));
        this.byDay = Math.max(0, (int) Math.ceil((inAll - atNight) / dayMinutes) - always);
    }

    /**
     * Reads a log with the columns opened_at (day/month/year hour:minute), priority (1 to 4 first), reassignment_count
     * and made_sla.
     *
     * @throws IOException if it cannot be read, or a line is not understood: the message names it
     */
    static ArrivalLog read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String head = reader.readLine();
            List<String> names = head == null ? List.of() : List.of(head.split(",", -1));
            List<Incident> incidents = new ArrayList<>();
            int line = 1;
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                incidents.add(incident(file, names, row, ++line));
            }
            if (incidents.isEmpty()) {
                throw new IOException(file + " has no incident below its head");
            }
            incidents.sort(Comparator.comparing(Incident::opened));
            return new ArrivalLog(incidents);
        }
    }

    private static Incident incident(Path file, List<String> names, String row, int line) throws IOException {
        List<String> values = List.of(row.split(",", -1));
        try {
            Band band = BANDS.get(values.get(names.indexOf("priority")).substring(0, 1));
            if (band == null) {
                throw new IllegalArgumentException("a priority is 1 to 4 and its name");
            }
            return new Incident(
                    LocalDateTime.parse(values.get(names.indexOf("opened_at")), OPENED),
                    band,
                    Integer.parseInt(values.get(names.indexOf("reassignment_count"))),
                    Boolean.parseBoolean(values.get(names.indexOf("made_sla"))));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DateTimeParseException fault) {
            throw new IOException(
                    file + ", line " + line + ": " + row + ": needed are opened_at as 29/2/2016 01:16, priority,"
                            + " reassignment_count and made_sla",
                    fault);
        }
    }

    /** What the desk itself has recorded, in words. */
    List<String> record() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Recorded: %d incidents from %s to %s, %s reassigned, %s missed their SLA",
                incidents.size(),
                incidents.get(0).opened(),
                incidents.get(incidents.size() - 1).opened(),
                share(incidents.stream(), one -> one.reassigned() > 0),
                share(incidents.stream(), one -> !one.madeSla())));
        for (Band band : Band.values()) {
            long some = incidents.stream().filter(one -> one.band() == band).count();
            if (some > 0) {
                lines.add("  " + band + ": " + some + ", "
                        + share(incidents.stream().filter(one -> one.band() == band), one -> !one.madeSla())
                        + " missed");
            }
        }
        lines.add("Supposed: " + byDay + " agents from Monday to Friday, 8 to 18 h, and " + always
                + " around the clock, who have exactly enough time at load 1");
        return lines;
    }

    private static String share(Stream<Incident> of, java.util.function.Predicate<Incident> which) {
        List<Incident> all = of.toList();
        return LabRow.percent((double) all.stream().filter(which).count() / all.size());
    }

    Crew crew() {
        List<LabAgent> agents = new ArrayList<>();
        for (int i = 0; i < byDay + always; i++) {
            agents.add(i < byDay ? DAY : ALWAYS);
        }
        return new Crew(agents, 1, always, Math.round(HAND_BACK_MINUTES * MINUTE), 0);
    }

    /** The incidents with handling times drawn at random, so long that the agents have the load in the mean. */
    List<Arrival> arrivals(long seed, double load) {
        Random random = new Random(seed);
        List<Arrival> arrivals = new ArrayList<>();
        for (Incident one : incidents) {
            long handling = Math.round(load * Traffic.handling(random) * MINUTE);
            arrivals.add(new Arrival(arrivals.size(), one.band(), at(one), handling, 0, handBacks(one)));
        }
        return arrivals;
    }

    private static int handBacks(Incident one) {
        return Math.min(MOST_HAND_BACKS, one.reassigned());
    }

    private static double work(Stream<Incident> some) {
        return some.mapToDouble(one -> Traffic.HANDLING_MINUTES + HAND_BACK_MINUTES * handBacks(one))
                .sum();
    }

    private long at(Incident one) {
        return Duration.between(monday, one.opened()).toMillis();
    }
}
