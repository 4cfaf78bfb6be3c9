package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What changes from one document to another.
 *
 * @param path the field, for example {@code score.weights.arr}
 * @param sentence in plain words
 */
public record PolicyDiff(String path, String sentence) {

    /**
     * Every change, by section in the order of the fields' names. Comments and the order of fields change nothing.
     *
     * @throws InvalidPolicy if one of them is no YAML
     */
    public static List<PolicyDiff> between(byte[] before, byte[] after) {
        try {
            List<PolicyDiff> changes = new ArrayList<>();
            compare("", PolicyDocument.tree(before), PolicyDocument.tree(after), changes);
            return List.copyOf(changes);
        } catch (JsonProcessingException e) {
            throw InvalidPolicy.because(e);
        }
    }

    /** The part of the document: {@code score}, {@code sla}. */
    public String section() {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<PolicyDiff> changes) {
        if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(FieldPath.field(path, name), before.path(name), after.path(name), changes));
        } else if (isTable(before) && isTable(after) && before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                compare(FieldPath.element(path, i), before.get(i), after.get(i), changes);
            }
        } else if (!same(before, after)) {
            changes.add(new PolicyDiff(path, sentence(before, after)));
        }
    }

    /** A list of rows, whose fields can be compared one by one; a list of words is compared as a whole. */
    private static boolean isTable(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.get(0).isContainerNode();
    }

    private static boolean same(JsonNode before, JsonNode after) {
        return (before.isNumber() && after.isNumber())
                ? before.decimalValue().compareTo(after.decimalValue()) == 0
                : before.equals(after);
    }

    private static String sentence(JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return "is new: " + Flow.shortened(after);
        }
        if (after.isMissingNode()) {
            return "is gone, was " + Flow.shortened(before);
        }
        if (before.isNumber() && after.isNumber()) {
            String way = before.decimalValue().compareTo(after.decimalValue()) < 0 ? "rises" : "falls";
            return way + " from " + Flow.of(before) + " to " + Flow.of(after);
        }
        if (before.isArray() && after.isArray()) {
            return words(before, after);
        }
        return "changes from " + Flow.shortened(before) + " to " + Flow.shortened(after);
    }

    private static String words(JsonNode before, JsonNode after) {
        List<String> old = elements(before);
        List<String> now = elements(after);
        List<String> added = now.stream().filter(each -> !old.contains(each)).toList();
        List<String> removed = old.stream().filter(each -> !now.contains(each)).toList();
        List<String> parts = new ArrayList<>();
        if (!removed.isEmpty()) {
            parts.add("loses " + String.join(", ", removed));
        }
        if (!added.isEmpty()) {
            parts.add("gains " + String.join(", ", added));
        }
        return parts.isEmpty() ? "changes its order to " + Flow.shortened(after) : String.join(" and ", parts);
    }

    private static List<String> elements(JsonNode list) {
        List<String> elements = new ArrayList<>();
        list.forEach(element -> elements.add(Flow.of(element)));
        return elements;
    }
}
