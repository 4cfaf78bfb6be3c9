package dev.signalbox.testsupport;

import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.util.Map;

/** Puts policies where the services read them; each gives the document's hash. */
public final class PublishedPolicy {

    private static final byte[] STARTER = PolicyDocument.resource("/policies/starter.yaml");

    private PublishedPolicy() {}

    /** The shipped policy, active. */
    public static String starter(TopicWriter topics) {
        return active(topics, STARTER);
    }

    /** Publishes a document and makes it the active one. */
    public static String active(TopicWriter topics, byte[] document) {
        String hash = publish(topics, document);
        topics.write(Topic.POLICIES, "active", PolicyPointer.to(hash));
        return hash;
    }

    /** Publishes a document without making it active. */
    public static String publish(TopicWriter topics, byte[] document) {
        String hash = PolicyDocument.parse(document).hash();
        topics.write(Topic.POLICIES, hash, Map.of(), document);
        return hash;
    }
}
