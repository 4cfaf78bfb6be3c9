package dev.signalbox.contracts;

import java.time.Duration;

/**
 * Every topic, declared once. Partition counts of ticket topics are equal, so that all of a ticket's records meet in
 * partitions with one number. The single writer of each is named in {@code docs/events.md}.
 */
public enum Topic {
    HELPDESK_EVENTS("helpdesk.events", 12, Cleanup.DELETE, 7, Topic.MIB * 4, "intake"),
    TICKETS_RAW("tickets.raw", 12, Cleanup.DELETE, 90, Topic.MIB, "intake"),
    TICKETS_ACTIVITY("tickets.activity", 12, Cleanup.DELETE, 90, Topic.MIB, "intake"),
    TICKETS_ENRICHED("tickets.enriched", 12, Cleanup.DELETE, 90, Topic.MIB, "enrichment"),
    TICKETS_SCORED("tickets.scored", 12, Cleanup.DELETE, 90, Topic.MIB, "scoring"),
    TICKETS_ROUTED("tickets.routed", 12, Cleanup.DELETE, 90, Topic.MIB, "routing"),
    SLA_TIMERS("sla.timers", 12, Cleanup.DELETE, 7, Topic.MIB, "sla-watchdog"),
    SLA_CLOCKS("sla.clocks", 12, Cleanup.DELETE, 90, Topic.MIB, "sla-watchdog"),
    SLA_ACTIONS("sla.actions", 12, Cleanup.DELETE, 90, Topic.MIB, "sla-watchdog"),
    ESCALATIONS("escalations", 12, Cleanup.DELETE, 90, Topic.MIB, "escalation"),
    REVIEWS("reviews", 12, Cleanup.DELETE, 90, Topic.MIB, "routing"),
    AGENTS_ACTIVITY("agents.activity", 3, Cleanup.DELETE, 90, Topic.MIB, "routing"),
    ACCOUNTS("accounts", 6, Cleanup.COMPACT, 0, Topic.MIB, "reference"),
    AGENTS("agents", 6, Cleanup.COMPACT, 0, Topic.MIB, "reference"),
    KNOWLEDGE("knowledge", 6, Cleanup.COMPACT, 0, Topic.MIB, "reference"),
    HISTORY("history", 6, Cleanup.COMPACT, 0, Topic.MIB, "reference"),
    POLICIES("policies", 1, Cleanup.COMPACT, 0, Topic.MIB, "reference"),
    TICKETS_QUARANTINE("tickets.quarantine", 3, Cleanup.DELETE, 30, Topic.MIB * 6, "any"),
    POLICY_DIFFERENCES("policy.differences", 12, Cleanup.DELETE, 90, Topic.MIB, "scoring"),
    CUSTOMER_NOTICES("customer.notices", 12, Cleanup.DELETE, 90, Topic.MIB, "escalation");

    private static final int MIB = 1024 * 1024;

    /** What Kafka does with old records. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String topicName;
    private final int partitions;
    private final Cleanup cleanup;
    private final int retentionDays;
    private final int maxMessageBytes;
    private final String writer;

    Topic(String topicName, int partitions, Cleanup cleanup, int retentionDays, int maxMessageBytes, String writer) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.cleanup = cleanup;
        this.retentionDays = retentionDays;
        this.maxMessageBytes = maxMessageBytes;
        this.writer = writer;
    }

    /** The name on the broker, for example {@code tickets.raw}. */
    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** How long records are kept; zero for compacted topics, which keep the last record of each key. */
    public Duration retention() {
        return Duration.ofDays(retentionDays);
    }

    /** The broker's {@code max.message.bytes}. */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /** {@code ce_source} of its records. */
    public String source() {
        return "/signalbox/" + writer;
    }

    /** {@code ce_type} of its records. */
    public String eventType() {
        return "signalbox." + topicName + ".v1";
    }

    /**
     * The topic of that name on the broker.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Topic named(String topicName) {
        for (Topic topic : values()) {
            if (topic.topicName.equals(topicName)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("No topic is named " + topicName);
    }
}
