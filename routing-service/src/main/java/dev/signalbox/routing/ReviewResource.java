package dev.signalbox.routing;

import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The human triage of tickets whose meaning is uncertain (S7). */
@Path("/v1/reviews")
public class ReviewResource {

    private final Reviews reviews;

    ReviewResource(Reviews reviews) {
        this.reviews = reviews;
    }

    /** A reviewer's answer; null fields were right as they were. */
    public record Correction(String by, String category, String intent, Urgency urgency, Impact impact, String note) {}

    @GET
    public Uni<List<ReviewView>> open() {
        return reviews.open();
    }

    /** Enrichment learns from it and makes a new version; 202 because that takes a moment. */
    @POST
    @Path("{ticketId}")
    @Cancellable(false)
    public Uni<RestResponse<Review>> answer(String ticketId, Correction correction) {
        if (correction == null || correction.by() == null || correction.by().isBlank()) {
            throw new ProblemException(
                    400, "The review is not valid.", List.of(new Fault("/by", "is missing", "who has reviewed it")));
        }
        return reviews.answer(ticketId, correction)
                .map(review -> RestResponse.status(RestResponse.Status.ACCEPTED, review));
    }
}
