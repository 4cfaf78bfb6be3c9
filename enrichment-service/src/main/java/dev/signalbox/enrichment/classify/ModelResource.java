package dev.signalbox.enrichment.classify;

import dev.signalbox.edge.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the classifier of this replica has learnt. */
@Path("/v1/model")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int DIGITS = 3;

    private final Classifier classifier;

    ModelResource(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * The model.
     *
     * @param modelVersion names what it has learnt from; in every analysis made with it
     * @param tickets how many it has learnt from
     * @param accuracy share of right intents on tickets that were held back while learning
     * @param measuredOn how many were held back
     * @param sharpness what makes its confidence fit how often it is right
     */
    public record Model(
            String modelVersion,
            int tickets,
            BigDecimal accuracy,
            int measuredOn,
            BigDecimal sharpness,
            List<Intent> intents) {}

    /** An intent that it knows. */
    public record Intent(String intent, String category, int examples) {}

    @GET
    @Operation(summary = "What the classifier has learnt and how good it is")
    public Uni<Model> model() {
        return classifier
                .ready()
                .map(ready -> shown(classifier.model()))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ProblemException.tryAgain(503, "The classifier is still learning.", PATIENCE));
    }

    private static Model shown(IntentModel model) {
        List<Intent> intents = model.examples().entrySet().stream()
                .map(entry -> new Intent(entry.getKey(), model.categories().get(entry.getKey()), entry.getValue()))
                .toList();
        return new Model(
                model.version(),
                model.tickets(),
                decimal(model.measure().accuracy()),
                model.measure().measuredOn(),
                decimal(model.measure().sharpness()),
                intents);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
