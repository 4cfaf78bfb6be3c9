package dev.signalbox.local.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.policy.PlainCase;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Random cases and variants of the starter policy. */
final class SomeTickets {

    static final Instant BEGIN = Instant.parse("2026-11-02T08:00:00Z");

    private static final List<String> CATEGORIES = List.of("BILLING", "TECHNICAL", "PRODUCT", "LOGIN");

    private final Random random;
    private int number;

    SomeTickets(long seed) {
        this.random = new Random(seed);
    }

    /** The next ticket, a minute after the one before. */
    CaseFile next(String policyVersion) {
        ObjectNode json = PlainCase.at(BEGIN.plusSeconds(60L * number++), policyVersion);
        PlanTier plan = PlanTier.values()[random.nextInt(PlanTier.values().length)];
        ((ObjectNode) json.get("ticket")).put("id", "desk:" + number).put("externalId", "" + number);
        ((ObjectNode) json.get("account"))
                .put("planTier", plan.name())
                .put("arr", random.nextInt(120_000))
                .put("health", random.nextInt(101));
        ((ObjectNode) json.get("analysis"))
                .put("severity", Severity.values()[random.nextInt(Severity.values().length)].name())
                .put("category", CATEGORIES.get(random.nextInt(CATEGORIES.size())));
        return Json.decode(Json.encode(json), CaseFile.class);
    }

    /** The starter policy with texts replaced: what, by what, and so on. */
    static PolicyDocument starterWith(String... replacements) {
        String yaml = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);
        for (int i = 0; i < replacements.length; i += 2) {
            if (!yaml.contains(replacements[i])) {
                throw new IllegalArgumentException("The starter policy does not contain " + replacements[i]);
            }
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        return PolicyDocument.parse(yaml.getBytes(UTF_8));
    }
}
