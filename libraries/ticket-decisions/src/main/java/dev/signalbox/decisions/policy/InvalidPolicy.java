package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.signalbox.decisions.validation.SeveralFaults;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document that is no policy: its message says in which line, at which field, what is wrong and what is allowed. */
public final class InvalidPolicy extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient List<String> faults;

    private InvalidPolicy(String message, String path, List<String> faults, @Nullable Throwable cause) {
        super(message, cause);
        this.path = path;
        this.faults = faults;
    }

    /** The innermost section of the document that could not be read, for example {@code routing.lanes.lead.steps[2]}. */
    String path() {
        return path;
    }

    /** What is wrong with it; a sentence may begin with a more exact path. */
    List<String> faults() {
        return faults;
    }

    static InvalidPolicy because(JsonProcessingException fault) {
        String path = fault instanceof JsonMappingException mapping ? path(mapping) : "";
        String where = fault.getLocation() == null || fault.getLocation().getLineNr() < 1
                ? ""
                : "line " + fault.getLocation().getLineNr();
        String at = path.isEmpty() ? where : where + (where.isEmpty() ? "" : ", ") + path;
        List<String> faults =
                fault.getCause() instanceof SeveralFaults several ? several.sentences() : List.of(told(fault));
        return new InvalidPolicy((at.isEmpty() ? "" : at + ": ") + String.join("; ", faults), path, faults, fault);
    }

    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String told(JacksonException fault) {
        if (fault instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return String.valueOf(invalid.getCause().getMessage());
        }
        if (fault instanceof UnrecognizedPropertyException unknown) {
            TreeSet<String> known = new TreeSet<>(
                    unknown.getKnownPropertyIds().stream().map(String::valueOf).toList());
            return "there is no field " + unknown.getPropertyName()
                    + Spelling.nearest(unknown.getPropertyName(), known)
                            .map(near -> ", did you mean " + near + "?")
                            .orElse("")
                    + "; allowed are " + known;
        }
        if (fault instanceof InvalidFormatException format) {
            return "is " + format.getValue() + "; allowed is " + allowed(format.getTargetType());
        }
        String original = String.valueOf(fault.getOriginalMessage());
        if (fault instanceof MismatchedInputException missing
                && missing.getTargetType() != null
                && original.startsWith("Cannot map `null`")) {
            return "is missing; allowed is " + allowed(missing.getTargetType());
        }
        return original;
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "a duration such as PT4H";
            case "Period" -> "a period such as P1M";
            case "LocalTime" -> "a time of day such as 09:30; midnight is 00:00";
            case "LocalDate" -> "a date such as 2026-12-25";
            case "ZoneId" -> "a time zone such as Europe/Berlin";
            case "int", "long", "Integer", "Long" -> "a whole number";
            case "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            default -> "a value of type " + type.getSimpleName();
        };
    }
}
