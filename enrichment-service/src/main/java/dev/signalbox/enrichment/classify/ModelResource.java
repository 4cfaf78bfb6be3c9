package dev.signalbox.enrichment.classify;

import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.enrichment.cases.CaseClassifier;
import dev.signalbox.enrichment.classify.confidence.CoverageCurve;
import dev.signalbox.enrichment.classify.embedding.SentenceEncoder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the classifier of this replica has learnt. */
@Path("/v1/model")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String MISROUTE = "0.021";
    private static final int DIGITS = 4;

    private final Classifier classifier;
    private final CaseClassifier cases;

    ModelResource(Classifier classifier, CaseClassifier cases) {
        this.classifier = classifier;
        this.cases = cases;
    }

    /**
     * The model. Everything but tickets and intents is measured on tickets that were held back while learning.
     *
     * @param modelVersion names what it has learnt from; in every analysis made with it
     * @param tickets how many it has learnt from
     * @param accuracy share of right intents
     * @param measuredOn how many tickets were held back
     * @param calibrationError mean distance between confidence and share of right intents
     * @param embedding where a text's meaning is asked for too, or null
     * @param atFloor what confidence at the policy's floor is worth (S7)
     * @param learning what is not learnt yet
     * @param promise the lowest threshold that keeps the misroute asked for (N6)
     * @param kept the models that are kept, the live one first
     */
    public record Model(
            String modelVersion,
            int tickets,
            BigDecimal accuracy,
            int measuredOn,
            BigDecimal calibrationError,
            @Nullable Embedding embedding,
            Point atFloor,
            Promise promise,
            Classifier.Progress learning,
            List<Point> curve,
            List<Intent> intents,
            List<Kept> kept) {}

    /**
     * A model to which can be gone back; the first is the live one.
     *
     * @param resolvedFrom when the first of its tickets was resolved
     * @param resolvedTo when the last one was
     */
    public record Kept(
            String modelVersion,
            Instant learntAt,
            int tickets,
            @Nullable Instant resolvedFrom,
            @Nullable Instant resolvedTo,
            BigDecimal accuracy) {

        static Kept of(Trained trained) {
            return new Kept(
                    trained.model().version(),
                    trained.origin().learntAt(),
                    trained.model().tickets(),
                    trained.origin().resolvedFrom(),
                    trained.origin().resolvedTo(),
                    decimal(trained.model().accuracy()));
        }
    }

    /** An intent that it knows. */
    public record Intent(String intent, String category, int examples) {}

    /**
     * The second stage.
     *
     * @param below raw confidence of the linear stage below which it is asked; more than 1: always
     * @param weight of the meaning against the words, 0..1
     */
    public record Embedding(String encoder, BigDecimal below, BigDecimal weight) {}

    /**
     * What a threshold of confidence is worth.
     *
     * @param coverage share of tickets at or above it
     * @param precision share of right intents among these
     * @param misrouteAtMost bound of the share of wrong ones, at a level of 95 % (Clopper-Pearson)
     */
    public record Point(BigDecimal threshold, BigDecimal coverage, BigDecimal precision, BigDecimal misrouteAtMost) {}

    /**
     * A threshold for a chosen misroute. It holds while tickets are as they were: GET /q/metrics shows drift.
     *
     * @param kept false: no threshold keeps it, as far as it was measured; every ticket needs a person
     */
    public record Promise(BigDecimal misroute, boolean kept, Point from) {}

    @GET
    @Operation(
            summary = "What the classifier has learnt and how good it is",
            description = "misroute chooses the share of wrong intents that is accepted; 0.021 by default.")
    public Uni<Model> model(@QueryParam("misroute") @DefaultValue(MISROUTE) BigDecimal misroute) {
        if (misroute.signum() <= 0 || misroute.compareTo(BigDecimal.ONE) >= 0) {
            throw new ProblemException(
                    400, "No such misroute.", List.of(new Fault("misroute", "is no share", "above 0 and below 1")));
        }
        return cases.policy()
                .map(policy ->
                        shown(classifier.model(), policy.policy().analysis().reviewBelow(), misroute))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(ModelResource::notReady);
    }

    @POST
    @Path("/learn")
    @Operation(summary = "Learn now, however little is new", description = "GET /v1/model shows when it has.")
    public Response learn() {
        classifier.learnNow();
        return Response.accepted(classifier.progress()).build();
    }

    @POST
    @Path("/rollback")
    @Operation(
            summary = "Go back to the model before",
            description =
                    "For all replicas, within seconds. What is taken back does not become live again by itself; the"
                            + " last three models are kept. 409 if there is none.")
    public Uni<Model> rollBack() {
        return cases.policy()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(ModelResource::notReady)
                .chain(policy -> classifier.rollBack())
                .chain(done -> {
                    if (!done) {
                        throw new ProblemException(409, "No earlier model is kept.", List.of());
                    }
                    return model(new BigDecimal(MISROUTE));
                });
    }

    private static ProblemException notReady() {
        return ProblemException.tryAgain(503, "No policy or no model is there yet.", PATIENCE);
    }

    private Model shown(IntentModel model, BigDecimal floor, BigDecimal misroute) {
        SecondStage second = model.second();
        CoverageCurve.Point promising = model.curve().promising(misroute.doubleValue());
        return new Model(
                model.version(),
                model.tickets(),
                decimal(model.accuracy()),
                model.curve().measuredOn(),
                decimal(model.curve().calibrationError()),
                second == null
                        ? null
                        : new Embedding(SentenceEncoder.NAME, decimal(second.below()), decimal(second.mix())),
                point(model.curve().at(floor.doubleValue())),
                new Promise(misroute, promising.misrouteAtMost() <= misroute.doubleValue(), point(promising)),
                classifier.progress(),
                model.curve().points().stream().map(ModelResource::point).toList(),
                model.intents().stream()
                        .map(intent -> new Intent(intent.name(), intent.category(), intent.examples()))
                        .toList(),
                classifier.kept().stream().map(Kept::of).toList());
    }

    private static Point point(CoverageCurve.Point point) {
        return new Point(
                decimal(point.threshold()),
                decimal(point.coverage()),
                decimal(point.precision()),
                decimal(point.misrouteAtMost()));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
