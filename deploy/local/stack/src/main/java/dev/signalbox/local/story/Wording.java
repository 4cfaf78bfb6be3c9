package dev.signalbox.local.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, times and names are written for people. */
public final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final int LONGEST_QUOTE = 90;

    private Wording() {}

    /** Hours, minutes and seconds on this machine's clock. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    /** The same, with the day where it is not today. */
    static String moment(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                ? time(at)
                : dayAndTime(at, ZoneId.systemDefault());
    }

    /** For example {@code Fri 2026-11-27 17:30:00}. */
    public static String dayAndTime(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(ZoneId.systemDefault()));
    }

    /** For example {@code 1 h 30 min}; the two greatest units. */
    public static String length(Duration duration) {
        if (duration.isNegative()) {
            return "minus " + length(duration.negated());
        }
        long[] amounts = {duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
        };
        String[] units = {"d", "h", "min", "s"};
        StringBuilder words = new StringBuilder();
        int used = 0;
        for (int i = 0; i < units.length && used < 2; i++) {
            if (amounts[i] > 0) {
                words.append(used++ == 0 ? "" : " ")
                        .append(amounts[i])
                        .append(' ')
                        .append(units[i]);
            }
        }
        return used == 0 ? "0 s" : words.toString();
    }

    /** Whole units with spaces between thousands. */
    static String money(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', ' ');
    }

    /** {@code REASSIGNED_SLA} becomes {@code reassigned sla}. */
    static String plain(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The beginning of a text, on one line, in quotes. */
    static String quote(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "\u201c" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + " \u2026" : line)
                + "\u201d";
    }
}
