package dev.signalbox.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.intake.reading.StrictJson;
import dev.signalbox.intake.reading.TextFault;
import java.util.List;

/** The JSON of a request, or a 400 that lists every fault. */
final class RequestBody {

    private static final String TITLE = "The request is not as agreed.";

    private RequestBody() {}

    static JsonNode read(byte[] body) {
        JsonNode json;
        try {
            json = StrictJson.parse(body);
        } catch (UnreadableRecord e) {
            throw new ProblemException(
                    400, TITLE, List.of(new Fault("", e.reason().sentence(), "one JSON value in UTF-8")));
        }
        List<TextFault> faults = TextFault.in(json);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    400,
                    TITLE,
                    faults.stream()
                            .map(fault -> new Fault(fault.pointer(), fault.problem(), "Unicode text without NUL"))
                            .toList());
        }
        return json;
    }
}
