package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.Token;
import dev.signalbox.decisions.severity.text.Tokens;
import dev.signalbox.decisions.validation.Allowed;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dates in a sentence, relative to the moment at which it was written; English and German. */
final class DateReader {

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?");
    private static final Pattern SLASHED = Pattern.compile("\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?\\b");
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(?:at|by|before|until|um|bis|@)?\\s*(?:(\\d{1,2}):(\\d{2})\\s*(am|pm)?|(\\d{1,2})\\s*(am|pm|uhr))\\b");
    private static final Pattern BY = Pattern.compile("\\b(?:by|before|until|till|due|bis|vor)\\b");
    private static final Pattern END_OF = Pattern.compile(
            "\\b(?:end of (?:the |this )?|ende der |ende des )(day|business day|week|month|woche|monats)\\b");
    private static final Pattern NEXT_WEEK = Pattern.compile("\\b(?:next week|n\u00e4chste woche)\\b");
    private static final int LONG_AGO_DAYS = 30;

    private final DeadlinePolicy policy;
    private final Map<String, DayOfWeek> weekdays = new HashMap<>();
    private final Map<String, Month> months = new HashMap<>();
    private final Set<String> dateWords = new HashSet<>(List.of("end", "ende", "next"));
    private final Pattern day;
    private final Pattern weekday;
    private final Pattern span;
    private final Pattern dayMonth;
    private final Pattern monthDay;

    DateReader(DeadlinePolicy policy) {
        this.policy = policy;
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (DayOfWeek each : DayOfWeek.values()) {
                weekdays.put(each.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale), each);
            }
            for (Month each : Month.values()) {
                String name = each.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale);
                months.put(name, each);
                months.put(name.substring(0, 3), each);
            }
        }
        dateWords.addAll(weekdays.keySet());
        dateWords.addAll(months.keySet());
        dateWords.addAll(policy.days().keySet());
        dateWords.addAll(policy.units().keySet());
        String month = oneOf(months);
        day = Pattern.compile("\\b" + oneOf(policy.days()) + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
        weekday = Pattern.compile(
                "\\b(next |n\u00e4chsten )?" + oneOf(weekdays) + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
        span = Pattern.compile(
                "\\b(?:in|within|next|innerhalb von|binnen)(?: the)?(?: next)? (\\d{1,3}|an?|one|two|three|einer|einem) "
                        + oneOf(policy.units()) + "\\b");
        dayMonth = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?" + month + "\\b(?:,? (\\d{4}))?");
        monthDay = Pattern.compile("\\b" + month + "\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?");
    }

    private static String oneOf(Map<String, ?> words) {
        return words.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")"));
    }

    /** The earliest moment that the sentence names and that is not before it was written. */
    Optional<Instant> earliest(Tokens tokens, int sentence, ZonedDateTime written) {
        return mayNameADate(tokens, sentence)
                ? earliest(tokens.sentence(sentence).toLowerCase(Locale.ROOT), written)
                : Optional.empty();
    }

    /** Patterns are slow; most sentences have neither a number nor a word of a date. */
    private boolean mayNameADate(Tokens tokens, int sentence) {
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.sentence() == sentence
                    && !token.word().isEmpty()
                    && (Character.isDigit(token.word().charAt(0)) || dateWords.contains(token.word()))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Instant> earliest(String text, ZonedDateTime written) {
        List<Instant> moments = new ArrayList<>();
        Matcher spans = span.matcher(text);
        while (spans.find()) {
            Duration unit = known(policy.units(), spans.group(2));
            moments.add(written.toInstant().plus(unit.multipliedBy(count(spans.group(1)))));
        }
        LocalTime time = time(text);
        for (LocalDate date : dates(text, written.toLocalDate())) {
            moments.add(date.atTime(time).atZone(written.getZone()).toInstant());
        }
        // a deadline later on the day of writing whose hour has passed is due at once
        return moments.stream()
                .filter(moment ->
                        !moment.isBefore(written.truncatedTo(ChronoUnit.DAYS).toInstant()))
                .map(moment -> moment.isBefore(written.toInstant()) ? written.toInstant() : moment)
                .min(Instant::compareTo);
    }

    private static long count(String written) {
        return switch (written) {
            case "two" -> 2;
            case "three" -> 3;
            default -> Character.isDigit(written.charAt(0)) ? Long.parseLong(written) : 1;
        };
    }

    private LocalTime time(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.find()) {
            int hour = Integer.parseInt(clock.group(1) == null ? clock.group(4) : clock.group(1));
            int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
            @Nullable String half = clock.group(3) == null ? clock.group(5) : clock.group(3);
            if ("pm".equals(half) && hour < 12) {
                hour += 12;
            }
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        return BY.matcher(text).find() || END_OF.matcher(text).find() ? policy.byDay() : policy.onDay();
    }

    private List<LocalDate> dates(String text, LocalDate today) {
        List<LocalDate> dates = new ArrayList<>();
        day.matcher(text).results().forEach(found -> dates.add(today.plusDays(known(policy.days(), found.group(1)))));
        weekday.matcher(text).results().forEach(found -> dates.add(weekday(found, today)));
        END_OF.matcher(text).results().forEach(found -> dates.add(endOf(found.group(1), today)));
        if (NEXT_WEEK.matcher(text).find()) {
            dates.add(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        }
        ISO.matcher(text).results().forEach(found -> add(dates, number(found, 1), number(found, 2), number(found, 3)));
        DOTTED.matcher(text)
                .results()
                .forEach(found -> addRolled(dates, today, found.group(3), number(found, 2), number(found, 1)));
        SLASHED.matcher(text).results().forEach(found -> slashed(dates, today, found));
        dayMonth.matcher(text)
                .results()
                .forEach(found -> addRolled(dates, today, found.group(3), month(found.group(2)), number(found, 1)));
        monthDay.matcher(text)
                .results()
                .forEach(found -> addRolled(dates, today, found.group(3), month(found.group(1)), number(found, 2)));
        return dates;
    }

    private LocalDate weekday(MatchResult found, LocalDate today) {
        DayOfWeek wanted = known(weekdays, found.group(2));
        LocalDate next = today.with(TemporalAdjusters.next(wanted));
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return found.group(1) == null || next.isAfter(sunday) ? next : next.plusWeeks(1);
    }

    private static LocalDate endOf(String period, LocalDate today) {
        return switch (period) {
            case "day", "business day" -> today;
            case "week", "woche" -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            default -> today.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** Month and day are written in either order: where both are possible, the earlier date is meant. */
    private static void slashed(List<LocalDate> dates, LocalDate today, MatchResult found) {
        int first = number(found, 1);
        int second = number(found, 2);
        addRolled(dates, today, found.group(3), first, second);
        if (first != second) {
            addRolled(dates, today, found.group(3), second, first);
        }
    }

    private static void addRolled(List<LocalDate> dates, LocalDate today, @Nullable String year, int month, int day) {
        if (year != null) {
            add(dates, Integer.parseInt(year), month, day);
            return;
        }
        List<LocalDate> thisYear = new ArrayList<>();
        add(thisYear, today.getYear(), month, day);
        for (LocalDate date : thisYear) {
            boolean longAgo = date.isBefore(today.minusDays(LONG_AGO_DAYS));
            dates.add(longAgo ? date.plusYears(1) : date);
        }
    }

    private int month(String name) {
        return known(months, name).getValue();
    }

    /** The words of the patterns are the keys of the maps. */
    private static <T> T known(Map<String, T> words, String word) {
        return Allowed.present(word, words.get(word));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static void add(List<LocalDate> dates, int year, int month, int day) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength()) {
            try {
                dates.add(LocalDate.of(year, month, day));
            } catch (DateTimeException e) {
                // 29 February of a year that has none: a customer's slip is no date
                return;
            }
        }
    }
}
