package dev.signalbox.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text that PostgreSQL cannot store and that no person wrote.
 *
 * @param code {@code NUL_CHARACTER} or {@code LONE_SURROGATE}
 * @param pointer JSON pointer (RFC 6901); of the object if a field's name is at fault
 */
public record TextFault(String code, String pointer, String problem) {

    /** All faults of the texts and field names in a value. */
    public static List<TextFault> in(JsonNode value) {
        List<TextFault> faults = new ArrayList<>();
        check(value, "", faults);
        return faults;
    }

    private static void check(JsonNode node, String pointer, List<TextFault> faults) {
        if (node.isTextual()) {
            check(node.textValue(), pointer, faults);
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                check(field.getKey(), pointer, faults);
                check(field.getValue(), pointer + "/" + escaped(field.getKey()), faults);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer + "/" + i, faults);
            }
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void check(String text, String pointer, List<TextFault> faults) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                faults.add(new TextFault("NUL_CHARACTER", pointer, "has a NUL character"));
                return;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    faults.add(new TextFault("LONE_SURROGATE", pointer, "has half a surrogate pair"));
                    return;
                }
                i++;
            }
        }
    }
}
