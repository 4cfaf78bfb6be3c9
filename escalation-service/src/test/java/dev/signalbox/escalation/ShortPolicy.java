package dev.signalbox.escalation;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicWriter;
import java.nio.charset.StandardCharsets;

/** The starter policy with levels of a second, published as the active one. */
final class ShortPolicy {

    private ShortPolicy() {}

    /** Publishes it and gives its hash. */
    static String publish(TopicWriter writer) {
        String starter = new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);
        byte[] document = starter.replaceAll("acknowledgeWithin: PT\\w+", "acknowledgeWithin: PT1S")
                .getBytes(StandardCharsets.UTF_8);
        return PublishedPolicy.active(writer, document);
    }
}
