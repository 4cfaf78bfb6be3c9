package dev.signalbox.scoring;

import dev.signalbox.edge.Policies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How to score under each policy that a case has named so far. */
@ApplicationScoped
class ScoringPolicies {

    private final Policies policies;
    private final Map<String, CaseScoring> known = new ConcurrentHashMap<>();

    ScoringPolicies(Policies policies) {
        this.policies = policies;
    }

    /** The scoring under the policy with this hash; waits until it has arrived. */
    Uni<CaseScoring> named(String hash) {
        CaseScoring scoring = known.get(hash);
        return scoring == null
                ? policies.named(hash)
                        .map(document -> known.computeIfAbsent(hash, unknown -> new CaseScoring(document)))
                : Uni.createFrom().item(scoring);
    }

    /** The scorings under all these policies; waits until they have arrived. */
    Uni<Map<String, CaseScoring>> named(Set<String> hashes) {
        Uni<Map<String, CaseScoring>> all = Uni.createFrom().item(new HashMap<>());
        for (String hash : hashes) {
            all = all.chain(found ->
                    named(hash).invoke(scoring -> found.put(hash, scoring)).replaceWith(found));
        }
        return all;
    }
}
