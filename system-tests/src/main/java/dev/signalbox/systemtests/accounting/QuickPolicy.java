package dev.signalbox.systemtests.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.sla.SlaPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A policy whose hours are seconds: every promise, level and chain of the starter policy comes to its end within the run,
 * around the clock. Long periods that must not end within the run stay as they are.
 */
final class QuickPolicy {

    private static final List<String> QUICKENED = List.of(
            "/sla/targets",
            "/sla/dynamic/leavesAtLeast",
            "/routing/acceptance",
            "/routing/limits/presenceGrace",
            "/routing/limits/retryAfter",
            "/escalation/chains",
            "/escalation/handoff/returnWithin");
    private static final Pattern DURATION = Pattern.compile("PT[0-9].*|P[0-9]+D");
    private static final double SECONDS_FOR_A_QUARTER = 8;
    private static final double QUARTERS = 900;

    private final YAMLMapper yaml = new YAMLMapper();

    private QuickPolicy() {}

    static byte[] from(byte[] document) {
        try {
            return new QuickPolicy().quicken(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] quicken(byte[] document) throws IOException {
        ObjectNode policy = (ObjectNode) yaml.readTree(document);
        policy.put("name", policy.path("name").asText() + ", quickened");
        for (String pointer : QUICKENED) {
            int cut = pointer.lastIndexOf('/');
            JsonNode parent = policy.at(pointer.substring(0, cut));
            if (parent instanceof ObjectNode section && section.has(pointer.substring(cut + 1))) {
                String field = pointer.substring(cut + 1);
                section.set(field, quickened(section.get(field)));
            }
        }
        ObjectNode always = (ObjectNode) policy.at("/sla/targets/roundTheClock");
        always.set("bands", names(Band.values()));
        always.set("severities", names(Severity.values()));
        ((ObjectNode) policy.at("/sla/targets")).put("calendar", SlaPolicy.AROUND_THE_CLOCK);
        return yaml.writeValueAsBytes(policy);
    }

    private JsonNode quickened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(quickened(field.getValue())));
        } else if (node instanceof ArrayNode list) {
            List<JsonNode> elements = new ArrayList<>();
            list.forEach(element -> elements.add(quickened(element)));
            list.removeAll().addAll(elements);
        } else if (node.isTextual() && DURATION.matcher(node.textValue()).matches()) {
            return yaml.getNodeFactory()
                    .textNode(quick(Duration.parse(node.textValue())).toString());
        }
        return node;
    }

    /** 15 minutes become 8 seconds; what is 16 times as long becomes twice as long. */
    private static Duration quick(Duration duration) {
        double quarters = duration.toSeconds() / QUARTERS;
        return Duration.ofSeconds(Math.max(1, Math.round(SECONDS_FOR_A_QUARTER * Math.pow(quarters, 0.25))));
    }

    private ArrayNode names(Enum<?>[] values) {
        ArrayNode names = yaml.createArrayNode();
        Arrays.stream(values).map(Enum::name).forEach(names::add);
        return names;
    }
}
