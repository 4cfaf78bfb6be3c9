package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.edge.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
}
