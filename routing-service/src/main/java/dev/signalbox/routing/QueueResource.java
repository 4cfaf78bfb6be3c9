package dev.signalbox.routing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Where tickets wait, how many and how long. */
@Path("/v1/queues")
public class QueueResource {

    private final Survey survey;

    QueueResource(Survey survey) {
        this.survey = survey;
    }

    @GET
    public Uni<List<QueueView>> all() {
        return survey.queues();
    }
}
