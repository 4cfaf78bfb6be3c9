package dev.signalbox.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what was sent, or refuses it with every fault that it has. */
public final class JsonRequest {

    private JsonRequest() {}

    /**
     * Reads a request.
     *
     * @param longest the most characters of each text that a person wrote; none of them may be blank
     * @throws ProblemException 400 with every fault
     */
    public static <T extends Record> T read(byte[] body, Class<T> type, Map<String, Integer> longest) {
        JsonNode json = Json.tree(body);
        List<Fault> faults = new ArrayList<>(RecordShape.faults(json, type));
        longest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> checkText(json, text.getKey(), text.getValue(), faults));
        if (!faults.isEmpty()) {
            throw refuse(faults.toArray(Fault[]::new));
        }
        return Json.decode(body, type);
    }

    /** What is said to a request that is not as agreed. */
    public static ProblemException refuse(Fault... faults) {
        return new ProblemException(400, "The request is not as agreed.", List.of(faults));
    }

    private static void checkText(JsonNode json, String field, int longest, List<Fault> faults) {
        JsonNode value = json.path(field);
        if (value.isTextual()) {
            String text = value.textValue();
            if (text.isBlank() || text.length() > longest) {
                faults.add(new Fault(
                        "/" + field, "has " + text.strip().length() + " characters", "1.." + longest + " characters"));
            } else if (text.indexOf('\0') >= 0 || !text.equals(new String(text.getBytes(UTF_8), UTF_8))) {
                faults.add(new Fault("/" + field, "has NUL or a lone surrogate", "text that UTF-8 can hold"));
            }
        }
    }
}
