package dev.signalbox.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times as helpdesks write them: ISO 8601 with any offset and up to nine digits of fraction, a blank instead of the T,
 * RFC 1123, a date alone (its start in UTC), seconds or milliseconds since 1970. Without an offset UTC is meant.
 */
public final class Moments {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X][zzz]")
            .toFormatter(Locale.ROOT);

    private Moments() {}

    /** The time, to the microsecond; null if missing, not a time, or before 1990 or after 2199. */
    public static @Nullable Instant read(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return sane(epoch(node.longValue()));
        }
        return node.isTextual() ? sane(parse(node.textValue().trim())) : null;
    }

    /** The first of several fields that has a time. */
    public static @Nullable Instant any(JsonNode node, String... names) {
        for (String name : names) {
            Instant moment = read(node.path(name));
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    private static @Nullable Instant parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() >= 9 && text.length() <= 14 && text.chars().allMatch(Character::isDigit)) {
            return epoch(Long.parseLong(text));
        }
        Instant iso = parse(text, ISO);
        if (iso != null) {
            return iso;
        }
        Instant date = parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
        return date != null ? date : parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static @Nullable Instant parse(String text, DateTimeFormatter format) {
        try {
            TemporalAccessor time = format.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof ZonedDateTime zoned) {
                return zoned.toInstant();
            }
            if (time instanceof OffsetDateTime offset) {
                return offset.toInstant();
            }
            return time instanceof LocalDateTime local
                    ? local.toInstant(ZoneOffset.UTC)
                    : LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (java.time.DateTimeException notInThisFormat) {
            return null;
        }
    }

    private static @Nullable Instant epoch(long number) {
        if (number < 0 || number > LATEST.toEpochMilli()) {
            return null;
        }
        return number < FIRST_MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private static @Nullable Instant sane(@Nullable Instant moment) {
        return moment == null || moment.isBefore(EARLIEST) || moment.isAfter(LATEST)
                ? null
                : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
