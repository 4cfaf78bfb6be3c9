package dev.signalbox.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What docs/events.md must hold, said by the topics and records themselves; meanings are for people to write. */
final class EventsPage {

    private static final Map<Type, String> PLAIN = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Instant.class, "instant"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(Duration.class, "duration"),
            Map.entry(WorkTime.class, "work time"),
            Map.entry(BigDecimal.class, "decimal"),
            Map.entry(DayOfWeek.class, "weekday"),
            Map.entry(byte[].class, "base64"),
            Map.entry(boolean.class, "true / false"),
            Map.entry(Boolean.class, "true / false"),
            Map.entry(int.class, "whole number"),
            Map.entry(Integer.class, "whole number"),
            Map.entry(long.class, "whole number"),
            Map.entry(Long.class, "whole number"));

    private EventsPage() {}

    /** Every record and enum that a consumer can meet, in the order in which one meets them. */
    static Set<Class<?>> types() {
        Set<Class<?>> types = new LinkedHashSet<>();
        TopicRecords.TYPES.values().forEach(type -> collect(type, types));
        return types;
    }

    private static void collect(Type type, Set<Class<?>> types) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, types));
        } else if (type instanceof Class<?> plain
                && !PLAIN.containsKey(plain)
                && (plain.isRecord() || plain.isEnum())
                && types.add(plain)
                && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                collect(component.getGenericType(), types);
            }
        }
    }

    /** The row of a topic up to its last column, which says what the value is. */
    static String row(Topic topic) {
        return "| `%s` | %s | %d | %s | %s | "
                .formatted(
                        topic.topicName(),
                        topic.source().replace("/signalbox/", ""),
                        topic.partitions(),
                        topic.cleanup() == Topic.Cleanup.COMPACT
                                ? "compact"
                                : topic.retention().toDays() + " d",
                        topic.maxMessageBytes() / 1024 / 1024 + " MiB");
    }

    /** The heading of a record or enum. */
    static String heading(Class<?> type) {
        return "### " + name(type);
    }

    /** The row of a field up to its last column, which says what it means. */
    static String row(RecordComponent component) {
        return "| `%s` | %s%s | "
                .formatted(
                        RecordWalk.name(component),
                        told(component.getGenericType()),
                        RecordWalk.mayBeMissing(component) && !isCollection(component) ? " or null" : "");
    }

    private static boolean isCollection(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType;
    }

    /** The line of an enum's names. */
    static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "`" + constant + "`")
                .collect(Collectors.joining(", "));
    }

    private static String told(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? "list of " + told(arguments[0])
                    : "map of " + told(arguments[arguments.length - 1]);
        }
        return PLAIN.getOrDefault(type, link((Class<?>) type));
    }

    private static String link(Class<?> type) {
        return "[%s](#%s)"
                .formatted(name(type), name(type).toLowerCase(Locale.ROOT).replace(".", ""));
    }

    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }
}
