package dev.signalbox.scoring;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Sla;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.Policies;
import dev.signalbox.edge.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Scores without doing anything, and shows by which rules. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ScoreResource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Policies policies;

    ScoreResource(Policies policies) {
        this.policies = policies;
    }

    /** Score and targets of a case, with the moment and the policy on which they rest. */
    public record Answer(Instant asOf, String policyVersion, Score score, Sla sla) {}

    @POST
    @Path("/score")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Dry run: what score and targets would this case have?",
            description =
                    "Needs account.planTier, account.health and analysis.severity; the rest is as in a plain case."
                            + " asOf defaults to now, policyVersion to the active policy.")
    public Uni<Answer> score(
            @RequestBody(content = @Content(schema = @Schema(implementation = CaseFile.class))) byte[] body) {
        return active().map(active -> {
            CaseFile enriched = new DryRun(body, active.hash(), Instant.now()).toScore();
            CaseFile scored = new CaseScoring(policyOf(enriched, active)).scored(enriched);
            return new Answer(scored.asOf(), scored.policyVersion(), scored.score(), scored.sla());
        });
    }

    @GET
    @Path("/policy")
    @Operation(summary = "The active policy and its name, the hash of its content")
    public Uni<PolicyDocument> policy() {
        return active();
    }

    private Uni<PolicyDocument> active() {
        return policies.active()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ProblemException.tryAgain(503, "No policy has been published yet.", PATIENCE));
    }

    private PolicyDocument policyOf(CaseFile enriched, PolicyDocument active) {
        if (enriched.policyVersion().equals(active.hash())) {
            return active;
        }
        return policies.find(enriched.policyVersion())
                .orElseThrow(() -> new ProblemException(
                        400,
                        "This case cannot be scored.",
                        List.of(new Fault("/policyVersion", "is not known here", "the hash of a published policy"))));
    }
}
