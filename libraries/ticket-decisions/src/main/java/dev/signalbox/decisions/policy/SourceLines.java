package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** In which line of a document a field is written. */
final class SourceLines {

    private final Map<String, Integer> lines = new HashMap<>();

    private SourceLines() {}

    /**
     * The lines of a document.
     *
     * @param yaml at its beginning
     * @throws IOException if it is no YAML
     */
    static SourceLines of(JsonParser yaml) throws IOException {
        SourceLines lines = new SourceLines();
        lines.lines.put("", 1);
        if (yaml.nextToken() != null) {
            lines.walk(yaml, "");
        }
        return lines;
    }

    /** The line of a field, or of what encloses it where it is not written. */
    int of(String path) {
        String known = path;
        while (!lines.containsKey(known)) {
            known = FieldPath.parent(known);
        }
        return lines.getOrDefault(known, 1);
    }

    private void walk(JsonParser yaml, String path) throws IOException {
        JsonToken token = yaml.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (yaml.nextToken() != JsonToken.END_OBJECT) {
                String field = FieldPath.field(path, yaml.currentName());
                lines.put(field, yaml.currentTokenLocation().getLineNr());
                yaml.nextToken();
                walk(yaml, field);
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; yaml.nextToken() != JsonToken.END_ARRAY; i++) {
                String element = FieldPath.element(path, i);
                lines.put(element, yaml.currentTokenLocation().getLineNr());
                walk(yaml, element);
            }
        }
    }
}
