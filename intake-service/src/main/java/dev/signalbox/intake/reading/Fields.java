package dev.signalbox.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.signalbox.contracts.UnreadableRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Generous access to JSON: ids come as numbers or text, blank text means nothing, what is missing is never null. */
public final class Fields {

    private Fields() {}

    /** The node at the end of a path of field names, or a missing node. */
    public static JsonNode at(JsonNode node, String... path) {
        JsonNode here = node;
        for (String name : path) {
            here = here.path(name);
        }
        return here.isNull() ? MissingNode.getInstance() : here;
    }

    /** Text, whole number or flag at a path, trimmed; null if missing, blank or something else. */
    public static @Nullable String text(JsonNode node, String... path) {
        return asText(at(node, path));
    }

    /** The first of several names of one thing that has text. */
    public static @Nullable String anyText(JsonNode node, String... names) {
        for (String name : names) {
            String text = text(node, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** As {@link #anyText}, without change of white space inside or around. */
    public static @Nullable String rawText(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode found = at(node, name);
            if (found.isTextual() && !found.textValue().isBlank()) {
                return found.textValue();
            }
        }
        return null;
    }

    /** A word of the helpdesk in lower case. */
    public static @Nullable String word(JsonNode node, String... path) {
        String text = text(node, path);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** An id; {@code 0} and {@code -1} mean nobody in several helpdesks. */
    public static @Nullable String id(JsonNode node, String... path) {
        String text = text(node, path);
        return text == null || text.equals("0") || text.equals("-1") ? null : text;
    }

    /** True, also as text or 1. */
    public static boolean isTrue(JsonNode node, String... path) {
        String text = text(node, path);
        return text != null && (text.equalsIgnoreCase("true") || text.equals("1"));
    }

    /** False said aloud; missing is not false. */
    public static boolean isFalse(JsonNode node, String... path) {
        String text = text(node, path);
        return text != null && (text.equalsIgnoreCase("false") || text.equals("0"));
    }

    /** A list of words, also from one text with the separator between them. */
    public static List<String> words(JsonNode list, String separator) {
        List<String> words = new ArrayList<>();
        if (list.isTextual()) {
            for (String word : list.textValue().split(separator)) {
                add(words, word.trim());
            }
        }
        for (JsonNode element : list) {
            String word = element.isObject() ? anyText(element, "name", "value", "tag") : asText(element);
            add(words, word);
        }
        return words;
    }

    /** An id without which nothing can be said. */
    public static String required(@Nullable String value, String code, String sentence) {
        if (value == null) {
            throw new UnreadableRecord(code, sentence, null);
        }
        return value;
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null && !word.isEmpty()) {
            words.add(word);
        }
    }

    private static @Nullable String asText(JsonNode node) {
        if (!node.isTextual() && !node.isIntegralNumber() && !node.isBoolean()) {
            return null;
        }
        String text = node.asText().trim();
        return text.isEmpty() ? null : text;
    }
}
