package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.CalendarFact;
import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.edge.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The {@code sla} section of every policy that a ticket at hand names. */
@ApplicationScoped
class SlaPolicies {

    private final Policies policies;
    private final Map<String, SlaPolicy> known = new ConcurrentHashMap<>();

    SlaPolicies(Policies policies) {
        this.policies = policies;
    }

    /** Completes when all these policies have arrived. */
    Uni<Void> arrived(Collection<String> hashes) {
        List<Uni<Void>> missing = hashes.stream()
                .distinct()
                .filter(hash -> !known.containsKey(hash))
                .map(this::arrive)
                .toList();
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(missing).andFailFast().replaceWithVoid();
    }

    /** A policy that has arrived. */
    SlaPolicy named(String hash) {
        SlaPolicy policy = known.get(hash);
        if (policy == null) {
            throw new IllegalStateException("The policy " + hash + " was not waited for");
        }
        return policy;
    }

    private Uni<Void> arrive(String hash) {
        return policies.named(hash)
                .invoke(document -> known.put(hash, document.policy().sla()))
                .replaceWithVoid();
    }

    /**
     * The policy whose calendars count from now on for a ticket that has counted by others: the active one. Not where the
     * ticket is ahead of what this replica has heard, and not in place of a policy that is tried on some accounts.
     */
    Optional<String> successorOf(CalendarFact counting) {
        return policies.activation()
                .filter(active -> !active.hash().equals(counting.policyVersion()))
                .filter(active -> !policies.isCanary(counting.policyVersion()))
                .filter(active -> since(counting).isBefore(active.at()))
                .map(Policies.Activation::hash)
                .filter(this::known)
                .filter(hash -> !named(hash)
                        .calendars()
                        .equals(named(counting.policyVersion()).calendars()));
    }

    /** The active policy, if it is known for sure which one that is. */
    Optional<Policies.Activation> active() {
        return policies.activation().filter(active -> known(active.hash()));
    }

    /** That policy, if it has arrived. */
    Optional<SlaPolicy> find(String hash) {
        return known(hash) ? Optional.of(named(hash)) : Optional.empty();
    }

    private Instant since(CalendarFact counting) {
        return policies.activation(counting.policyVersion())
                .map(Policies.Activation::at)
                .orElse(counting.at());
    }

    private boolean known(String hash) {
        if (!known.containsKey(hash)) {
            policies.find(hash)
                    .ifPresent(document -> known.put(hash, document.policy().sla()));
        }
        return known.containsKey(hash);
    }
}
