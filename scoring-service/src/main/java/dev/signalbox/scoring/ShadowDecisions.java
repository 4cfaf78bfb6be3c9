package dev.signalbox.scoring;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.PolicyDifference;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.edge.Policies;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What the shadow policy would have decided (S78). It never acts, and its faults hold nobody up: they are counted.
 */
@ApplicationScoped
class ShadowDecisions {

    private static final Logger LOG = Logger.getLogger(ShadowDecisions.class);

    private final Policies policies;
    private final MeterRegistry meters;

    ShadowDecisions(Policies policies, MeterRegistry meters) {
        this.policies = policies;
        this.meters = meters;
    }

    /** The difference to be published, if there is a shadow and it decides otherwise. */
    Optional<Event> of(CaseFile scored) {
        Optional<PolicyDocument> active = policies.find(scored.policyVersion());
        Optional<PolicyDocument> shadow =
                policies.shadow().filter(other -> !other.hash().equals(scored.policyVersion()));
        if (active.isEmpty() || shadow.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<PolicyDifference.Change> changes = Decided.of(active.get().policy(), scored)
                    .changesTo(Decided.of(shadow.get().policy(), scored));
            count(changes.isEmpty() ? "same" : "different");
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(event(scored, shadow.get().hash(), changes));
        } catch (RuntimeException bug) {
            // the ticket's own way does not depend on what never acts
            count("failed");
            LOG.warnf(bug, "the shadow policy cannot decide version %d of a ticket", scored.version());
            return Optional.empty();
        }
    }

    private void count(String outcome) {
        meters.counter("signalbox.shadow.decisions", "outcome", outcome).increment();
    }

    private static Event event(CaseFile scored, String shadow, List<PolicyDifference.Change> changes) {
        String ticketId = scored.ticket().id();
        PolicyDifference difference = new PolicyDifference(
                ticketId,
                scored.version(),
                scored.asOf(),
                scored.policyVersion(),
                shadow,
                scored.account().planTier(),
                scored.account().id(),
                changes);
        String id = EventIds.of(
                Topic.POLICY_DIFFERENCES.topicName(),
                ticketId,
                Long.toString(scored.version()),
                scored.policyVersion(),
                shadow);
        return Event.fact(Topic.POLICY_DIFFERENCES, ticketId, id, scored.asOf(), difference);
    }
}
