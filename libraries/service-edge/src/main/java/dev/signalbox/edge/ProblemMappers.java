package dev.signalbox.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.signalbox.contracts.UnreadableRecord;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what goes wrong in a request into a problem that says what to do about it. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(ProblemException refusal) {
        Response.ResponseBuilder answer = answer(refusal.problem());
        refusal.retryAfter().ifPresent(wait -> answer.header("Retry-After", Math.max(1, wait.toSeconds())));
        return answer.build();
    }

    @ServerExceptionMapper
    Response notTheContract(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        fault.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        return badRequest(new Fault(pointer.toString(), fault.getOriginalMessage(), "see /q/openapi"));
    }

    @ServerExceptionMapper
    Response notJson(JsonProcessingException fault) {
        return badRequest(
                new Fault("", "The body is not well-formed JSON: " + fault.getOriginalMessage(), "JSON, UTF-8"));
    }

    @ServerExceptionMapper
    Response unreadable(UnreadableRecord fault) {
        return badRequest(new Fault("", fault.getMessage(), "see /q/openapi"));
    }

    @ServerExceptionMapper
    Response database(PgException fault) {
        String state = fault.getSqlState() == null ? "" : fault.getSqlState();
        if (state.startsWith("22") || state.startsWith("23")) {
            return badRequest(new Fault("", "PostgreSQL refuses a value (SQLSTATE " + state + ").", "see /q/openapi"));
        }
        LOG.warnf("database trouble, SQLSTATE %s", state);
        return away("PostgreSQL is not available.");
    }

    @ServerExceptionMapper
    Response connection(ConnectException fault) {
        LOG.warnf("connection trouble: %s", fault.getMessage());
        return away("PostgreSQL or Kafka is not available.");
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof JsonMappingException mapping) {
            return notTheContract(mapping);
        }
        if (cause instanceof JsonProcessingException json) {
            return notJson(json);
        }
        int status = failure.getResponse().getStatus();
        return answer(new Problem("about:blank", failure.getMessage(), status, null, List.of()))
                .build();
    }

    private static Response badRequest(Fault fault) {
        return answer(new Problem("about:blank", "The request is not as agreed.", 400, null, List.of(fault)))
                .build();
    }

    private static Response away(String what) {
        return answer(new Problem("about:blank", what, 503, "Try again later; nothing was changed.", List.of()))
                .header("Retry-After", 2)
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
