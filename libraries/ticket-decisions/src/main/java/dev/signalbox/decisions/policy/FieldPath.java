package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of fields as messages write them: {@code routing.matrix[3].lane}. */
final class FieldPath {

    private static final Pattern LEADING = Pattern.compile("^[a-z]\\w*(?:\\.[\\w-]+|\\[\\d+])*");

    private FieldPath() {}

    static String field(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    /** What encloses a field; the whole document for a section. */
    static String parent(String path) {
        int dot = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** Whether one encloses the other, or is it. */
    static boolean encloses(String outer, String inner) {
        return inner.startsWith(outer)
                && (outer.isEmpty()
                        || inner.length() == outer.length()
                        || ".[".indexOf(inner.charAt(outer.length())) >= 0);
    }

    /** The path with which a sentence may begin: its first word, at least. */
    static String leading(String sentence) {
        Matcher leading = LEADING.matcher(sentence);
        return leading.find() ? leading.group() : "";
    }

    /** Whether it is a row or a word of a list, which has no name of its own. */
    static boolean isElement(String path) {
        return path.endsWith("]");
    }

    static JsonPointer pointer(String path) {
        return JsonPointer.compile(
                path.isEmpty()
                        ? ""
                        : "/" + path.replace("[", ".").replace("]", "").replace('.', '/'));
    }

    static JsonNode at(JsonNode document, String path) {
        return document.at(pointer(path));
    }
}
