package dev.signalbox.contracts;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable: it belongs into quarantine. Messages never quote the record's content. */
public final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, UPPER_CASE
     * @param sentence what is wrong and what is allowed
     */
    public UnreadableRecord(String code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    static UnreadableRecord because(IOException cause) {
        if (cause instanceof StreamConstraintsException) {
            return new UnreadableRecord(
                    "TOO_DEEP", "The JSON is nested deeper than " + Json.MAX_DEPTH + " levels or too large.", cause);
        }
        if (cause instanceof JsonMappingException mapping) {
            return new UnreadableRecord(
                    "NOT_THE_CONTRACT", "The field " + pathOf(mapping) + " is not as agreed.", cause);
        }
        return new UnreadableRecord("NOT_JSON", "The value is not well-formed JSON.", cause);
    }

    private static String pathOf(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            path.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return path.length() == 0 ? "/" : path.toString();
    }

    public Quarantined.Reason reason() {
        return new Quarantined.Reason(code, getMessage() == null ? code : getMessage());
    }
}
