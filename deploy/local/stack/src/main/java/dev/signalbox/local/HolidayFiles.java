package dev.signalbox.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The iCalendar files of holidays that a policy document may name as people keep it. What is published names none: a
 * decision must follow from the document alone (docs/adr/0030).
 */
public final class HolidayFiles {

    private static final Pattern HOLIDAY_FILES = Pattern.compile("(\\s*)holidayFiles:(.*)");
    private static final Pattern LIST = Pattern.compile("\\s*\\[([^\\]#]+)]\\s*(#.*)?");
    private static final int YEARS_AHEAD = 10;

    private HolidayFiles() {}

    /**
     * The document with a line {@code importedHolidays: [...]}, the dates of this year and the ten that follow, for each
     * line {@code holidayFiles: [...]}; other lines stay as they are.
     *
     * @param file of the document, beside which the others are looked for
     * @throws StackFailure if a file cannot be read or is none of holidays
     */
    public static byte[] inlined(byte[] document, Path file, LocalDate today) {
        String text = new String(document, UTF_8);
        return text.contains("holidayFiles:") ? inlined(text, file, today).getBytes(UTF_8) : document;
    }

    private static String inlined(String text, Path file, LocalDate today) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher named = HOLIDAY_FILES.matcher(lines[i]);
            if (named.matches()) {
                lines[i] = named.group(1) + imported(named.group(2), file, i + 1, today);
            }
        }
        return String.join("\n", lines);
    }

    private static String imported(String list, Path file, int line, LocalDate today) {
        Matcher names = LIST.matcher(list);
        if (!names.matches()) {
            throw new StackFailure("line " + line + " of " + file
                    + ": holidayFiles is a list in one line, for example [holidays.ics].");
        }
        SortedSet<LocalDate> dates = new TreeSet<>();
        LocalDate first = today.withDayOfYear(1);
        for (String name : names.group(1).split(",")) {
            Path holidays = file.toAbsolutePath().resolveSibling(name.strip().replaceAll("^[\"']|[\"']$", ""));
            dates.addAll(new HolidayFile(holidays)
                    .dates(first, first.plusYears(YEARS_AHEAD + 1L).minusDays(1)));
        }
        String written = dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
        String from =
                Arrays.stream(names.group(1).split(",")).map(String::strip).collect(Collectors.joining(", "));
        return "importedHolidays: [" + written + "] # from " + from + ", to the end of "
                + (today.getYear() + YEARS_AHEAD);
    }
}
