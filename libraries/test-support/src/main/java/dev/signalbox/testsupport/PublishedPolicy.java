package dev.signalbox.enrichment;

import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.testsupport.TopicWriter;
import java.util.Map;

/** Puts policies where the service reads them. */
final class PublishedPolicy {

    private static final byte[] STARTER = PolicyDocument.resource("/policies/starter.yaml");

    private PublishedPolicy() {}

    /** The shipped policy, active. */
    static String starter(TopicWriter topics) {
        String hash = publish(topics, STARTER);
        topics.write(Topic.POLICIES, "active", new PolicyPointer(hash));
        return hash;
    }

    /** Publishes a document without making it active. */
    static String publish(TopicWriter topics, byte[] document) {
        String hash = PolicyDocument.parse(document).hash();
        topics.write(Topic.POLICIES, hash, Map.of(), document);
        return hash;
    }
}
