package dev.signalbox.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.edge.RecordShape;
import java.util.ArrayList;
import java.util.List;

/** Reads what was sent, or refuses it with every fault that it has. */
final class RequestBodies {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4_000;

    private RequestBodies() {}

    static EscalationResource.Request request(byte[] body) {
        return read(body, EscalationResource.Request.class);
    }

    static EscalationResource.Act act(byte[] body) {
        return read(body, EscalationResource.Act.class);
    }

    static ProblemException refuse(Fault... faults) {
        return new ProblemException(400, "The request is not as agreed.", List.of(faults));
    }

    private static <T extends Record> T read(byte[] body, Class<T> type) {
        JsonNode json = Json.tree(body);
        List<Fault> faults = new ArrayList<>(RecordShape.faults(json, type));
        checkText(json, "ticketId", LONGEST_NAME, faults);
        checkText(json, "by", LONGEST_NAME, faults);
        checkText(json, "note", LONGEST_NOTE, faults);
        if (!faults.isEmpty()) {
            throw refuse(faults.toArray(Fault[]::new));
        }
        return Json.decode(body, type);
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
