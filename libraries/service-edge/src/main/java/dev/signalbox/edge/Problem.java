package dev.signalbox.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The body of every error, {@code application/problem+json} (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
