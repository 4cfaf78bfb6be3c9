package dev.signalbox.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.WorkTime;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of plain JSON value.
 *
 * @param allowed in words
 */
record Kind(Predicate<JsonNode> fits, String allowed) {

    private static final Kind YES_OR_NO = new Kind(JsonNode::isBoolean, "true or false");
    private static final Kind WHOLE =
            new Kind(json -> json.isIntegralNumber() && json.canConvertToInt(), "a whole number");
    private static final Kind LONG =
            new Kind(json -> json.isIntegralNumber() && json.canConvertToLong(), "a whole number");

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, new Kind(JsonNode::isTextual, "text")),
            Map.entry(BigDecimal.class, new Kind(JsonNode::isNumber, "a number")),
            Map.entry(boolean.class, YES_OR_NO),
            Map.entry(Boolean.class, YES_OR_NO),
            Map.entry(int.class, WHOLE),
            Map.entry(Integer.class, WHOLE),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(Instant.class, text(Instant::parse, "an instant such as 2026-11-22T09:00:00Z")),
            Map.entry(LocalDate.class, text(LocalDate::parse, "a date such as 2026-12-12")),
            Map.entry(LocalTime.class, text(LocalTime::parse, "a time such as 09:00")),
            Map.entry(Duration.class, text(Duration::parse, "a duration such as PT4H")),
            Map.entry(
                    WorkTime.class, text(WorkTime::parse, "working time such as PT4H, or business days such as P1D")));

    /** The kind of value that a record component of this type takes, unless it takes an object or a list. */
    static Optional<Kind> of(Class<?> type) {
        if (type.isEnum()) {
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return Optional.of(
                    new Kind(json -> json.isTextual() && names.contains(json.textValue()), "one of " + names));
        }
        return Optional.ofNullable(KINDS.get(type));
    }

    private static Kind text(Function<String, Object> reading, String allowed) {
        return new Kind(json -> json.isTextual() && isReadable(reading, json.textValue()), allowed);
    }

    private static boolean isReadable(Function<String, Object> reading, String text) {
        try {
            return reading.apply(text) != null;
        } catch (DateTimeException | IllegalArgumentException notOne) {
            return false;
        }
    }
}
