package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.PolicyDifference;
import dev.signalbox.contracts.PolicyDifference.Change;
import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.Decided;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.policy.PromotionPolicy;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.PolicyPublication.Published;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.TopicScan;
import dev.signalbox.local.policy.PolicyComparison.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy that decides beside the active one (S78): what it would change, and whether it may take its place (N8).
 *
 * @param shadow the policy that is tried out
 * @param since when the trial began
 * @param rules of the active policy
 */
public record PolicyTrial(PolicyDocument shadow, Instant since, PromotionPolicy rules, PolicyComparison comparison) {

    /**
     * The trial that runs on a broker.
     *
     * @throws StackFailure if none runs
     */
    public static PolicyTrial on(String bootstrapServers) {
        Published published = PolicyPublication.read(bootstrapServers);
        PolicyPointer active = published
                .active()
                .orElseThrow(() ->
                        new StackFailure("No policy is active: publish one with ./signalbox policy publish FILE."));
        PolicyPointer pointer = published
                .shadow()
                .orElseThrow(
                        () -> new StackFailure("No policy is tried out: begin with ./signalbox policy shadow FILE."));
        Instant since = pointer.at() == null ? Instant.EPOCH : pointer.at();
        PolicyDocument shadow = published.document(pointer.hash());
        PromotionPolicy rules = rules(published.document(active.hash()));
        TicketLog log = TicketLog.read(bootstrapServers, since);
        Map<String, List<Change>> changes = changes(bootstrapServers, active.hash(), pointer.hash());
        List<Judged> versions = log.scored().stream()
                .filter(file -> file.policyVersion().equals(active.hash()))
                .map(file ->
                        new Judged(file, changes.getOrDefault(key(file.ticket().id(), file.version()), List.of())))
                .toList();
        return new PolicyTrial(
                shadow,
                since,
                rules,
                new PolicyComparison(
                        log, versions, file -> target(shadow, file), new Choices(log, published::find, shadow), rules));
    }

    /** What must hold before another policy takes the place of this one. */
    public static PromotionPolicy rules(PolicyDocument active) {
        PromotionPolicy own = active.policy().promotion();
        return own == null ? PolicyDocument.starter().policy().promotion() : own;
    }

    /** What keeps the shadow from becoming active, one sentence each; empty: nothing does. */
    public List<String> obstacles(Instant now) {
        List<String> obstacles = new ArrayList<>(comparison.violations());
        Duration ran = Duration.between(since, now);
        if (ran.compareTo(rules.shadowFor()) < 0) {
            obstacles.add(
                    "it has run beside the active one for " + ran.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                            + ", the policy asks for " + rules.shadowFor());
        }
        return obstacles;
    }

    private static Map<String, List<Change>> changes(String bootstrapServers, String active, String shadow) {
        Map<String, List<Change>> changes = new HashMap<>();
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            scan.all(Topic.POLICY_DIFFERENCES).stream()
                    .map(record -> Json.decode(record.value(), PolicyDifference.class))
                    .filter(each -> each.activePolicy().equals(active)
                            && each.shadowPolicy().equals(shadow))
                    .forEach(each -> changes.put(key(each.ticketId(), each.version()), each.changes()));
        }
        return changes;
    }

    private static String key(String ticketId, long version) {
        return ticketId + " " + version;
    }

    private static Duration target(PolicyDocument policy, CaseFile file) {
        return Decided.of(policy.policy(), file).sla().firstResponse().target();
    }

    /** Makes the shadow active and ends the trial. */
    public void promote(String bootstrapServers, Optional<String> by, Optional<String> reason, Instant now) {
        PolicyPublication.activate(
                bootstrapServers,
                new PolicyPointer(shadow.hash(), null, by.orElse(null), reason.orElse(null), now, null));
        PolicyPublication.shadow(bootstrapServers, Optional.empty());
    }
}
