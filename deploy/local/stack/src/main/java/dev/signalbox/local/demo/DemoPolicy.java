package dev.signalbox.local.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.sla.SlaPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The shipped policy with minutes that last a second, so that a day of support fits into a few minutes. */
final class DemoPolicy {

    private static final Pattern DURATION = Pattern.compile("P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?");
    private static final int SECONDS_PER_SECOND = 60;
    // figures stay as they are written: 0.30 is no binary fraction
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private DemoPolicy() {}

    static byte[] document() {
        try {
            ObjectNode policy = (ObjectNode) YAML.readTree(PolicyDocument.resource("/policies/starter.yaml"));
            policy.put("name", "demo");
            quicken(policy);
            // a working day would pass in nine minutes, and nothing at night
            ((ObjectNode) policy.path("sla").path("targets")).put("calendar", SlaPolicy.AROUND_THE_CLOCK);
            // the demo delivers suggestions: it answers for the customers itself
            ((ObjectNode) policy.path("routing").path("selfService")).put("channel", "portal");
            return YAML.writeValueAsBytes(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void quicken(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                field.setValue(quickened(field.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, quickened(array.get(i)));
            }
        }
    }

    private static JsonNode quickened(JsonNode node) {
        quicken(node);
        boolean isDuration = node.isTextual()
                && node.textValue().length() > 2
                && DURATION.matcher(node.textValue()).matches();
        return isDuration
                ? TextNode.valueOf(Duration.parse(node.textValue())
                        .dividedBy(SECONDS_PER_SECOND)
                        .toString())
                : node;
    }
}
