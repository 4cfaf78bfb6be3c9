package dev.signalbox.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The iCalendar files of holidays and on-call shifts that a policy document may name as people keep them. What is
 * published names none: a decision must follow from the document alone (docs/adr/0030, docs/adr/0040).
 */
public final class CalendarFiles {

    private static final Pattern NAMED = Pattern.compile("(\\s*)(holidayFiles|shiftFiles|overrideFiles):(.*)");
    private static final Pattern LIST = Pattern.compile("\\s*\\[([^\\]#]+)]\\s*(#.*)?");
    private static final int YEARS_AHEAD = 10;
    private static final int DAYS_OF_SHIFTS = 400;

    private CalendarFiles() {}

    /**
     * The document with a line {@code importedHolidays: [...]}, the dates of this year and the ten that follow, for each
     * line {@code holidayFiles: [...]}; likewise {@code importedShifts} for {@code shiftFiles} and
     * {@code importedOverrides} for {@code overrideFiles}, the shifts of yesterday and the 400 days that follow. Other
     * lines stay as they are.
     *
     * @param file of the document, beside which the others are looked for
     * @throws StackFailure if a file cannot be read or is none of its kind
     */
    public static byte[] inlined(byte[] document, Path file, LocalDate today) {
        String text = new String(document, UTF_8);
        return text.contains("Files:") ? inlined(text, file, today).getBytes(UTF_8) : document;
    }

    private static String inlined(String text, Path file, LocalDate today) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher named = NAMED.matcher(lines[i]);
            if (named.matches()) {
                String place = "line " + (i + 1) + " of " + file + ": " + named.group(2);
                List<Path> files = files(named.group(3), file, place);
                String from =
                        files.stream().map(one -> one.getFileName().toString()).collect(Collectors.joining(", "));
                lines[i] = named.group(1) + imported(named.group(2), files, today) + " # from " + from;
            }
        }
        return String.join("\n", lines);
    }

    private static String imported(String keyword, List<Path> files, LocalDate today) {
        return switch (keyword) {
            case "shiftFiles" -> "importedShifts: " + shifts(files, today);
            case "overrideFiles" -> "importedOverrides: " + shifts(files, today);
            default -> "importedHolidays: " + holidays(files, today);
        };
    }

    private static List<Path> files(String list, Path document, String place) {
        Matcher names = LIST.matcher(list);
        if (!names.matches()) {
            throw new StackFailure(place + " is a list in one line, for example [holidays.ics].");
        }
        return Arrays.stream(names.group(1).split(","))
                .map(name ->
                        document.toAbsolutePath().resolveSibling(name.strip().replaceAll("^[\"']|[\"']$", "")))
                .toList();
    }

    private static SortedSet<LocalDate> holidays(List<Path> files, LocalDate today) {
        LocalDate first = today.withDayOfYear(1);
        LocalDate last = first.plusYears(YEARS_AHEAD + 1L).minusDays(1);
        SortedSet<LocalDate> dates = new TreeSet<>();
        files.forEach(file -> dates.addAll(new HolidayFile(file).dates(first, last)));
        return dates;
    }

    private static String shifts(List<Path> files, LocalDate today) {
        Instant first = today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant last =
                today.plusDays(DAYS_OF_SHIFTS).atStartOfDay(ZoneOffset.UTC).toInstant();
        return files.stream()
                .flatMap(file -> new ShiftFile(file).shifts(first, last).stream())
                .sorted(Comparator.comparing(ShiftFile.Shift::from).thenComparing(ShiftFile.Shift::who))
                .map(shift -> "{from: " + shift.from() + ", to: " + shift.to() + ", who: " + quoted(shift.who()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** YAML's single quotes take everything but themselves. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
