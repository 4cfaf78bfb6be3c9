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
        return PublishedPolicy.active(writer, text().getBytes(StandardCharsets.UTF_8));
    }

    /** The same with an entry of {@code escalation.onCall}. */
    static String publish(TopicWriter writer, String onCall) {
        String document = text().replaceFirst("\n  chains:", "\n  onCall:\n    " + onCall + "\n  chains:");
        return PublishedPolicy.active(writer, document.getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        String starter = new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);
        return starter.replaceAll("acknowledgeWithin: PT\\w+", "acknowledgeWithin: PT1S");
    }
}
