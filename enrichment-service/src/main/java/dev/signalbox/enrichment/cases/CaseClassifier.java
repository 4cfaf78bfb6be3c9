package dev.signalbox.enrichment.cases;

import dev.signalbox.decisions.policy.PolicyChoice;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.edge.Policies;
import dev.signalbox.enrichment.classify.Classified;
import dev.signalbox.enrichment.classify.Classifier;
import dev.signalbox.enrichment.classify.Classifier.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The classifier as cases ask it: under the policies that decide now. */
@ApplicationScoped
public class CaseClassifier {

    private final Policies policies;
    private final Classifier classifier;
    private final Map<String, TicketAnalyzer> analyzers = new ConcurrentHashMap<>();

    CaseClassifier(Policies policies, Classifier classifier) {
        this.policies = policies;
        this.classifier = classifier;
    }

    /** Which policy decides now; waits until it and a model are there. */
    public Uni<PolicyDocument> policy() {
        return classifier.ready().chain(policies::active);
    }

    /** As {@link #policy()}, with the canary that decides for some accounts. */
    Uni<PolicyChoice> choice() {
        return classifier.ready().chain(policies::choice);
    }

    /** The analyzer of a policy. */
    public TicketAnalyzer analyzer(PolicyDocument policy) {
        return analyzers.computeIfAbsent(
                policy.hash(), unused -> new TicketAnalyzer(policy.policy().analysis()));
    }

    CaseDecision decision(PolicyDocument policy, Instant now) {
        return new CaseDecision(analyzer(policy), policy.hash(), now);
    }

    /** What is said of tickets under policies, worked out on a worker; {@link #policy()} has completed before. */
    public Uni<Classified> classify(Collection<PolicyDocument> decisive, List<Asked> asked) {
        return classifier.classify(
                decisive.stream().map(policy -> policy.policy().analysis()).toList(), asked);
    }

    /** What is said of the tickets of cases, whichever of both policies decides about them. */
    Uni<Classified> classify(PolicyChoice choice, List<CaseRow> rows) {
        PolicyDocument canary = choice.canary();
        return classify(
                canary == null ? List.of(choice.active()) : List.of(choice.active(), canary),
                rows.stream().map(CaseClassifier::asked).toList());
    }

    /** What was said of a case's ticket, or null where the classifier was not asked. */
    static @Nullable Classification said(Classified classified, PolicyDocument policy, CaseRow row) {
        return classified.of(policy.policy().analysis(), asked(row));
    }

    private static Asked asked(CaseRow row) {
        return new Asked(row.state().ticket(), row.state().replies());
    }

    /** A ticket has got its first version, with this confidence. */
    void classified(double confidence) {
        classifier.classified(confidence);
    }
}
