package dev.signalbox.contracts;

import java.util.EnumMap;
import java.util.Map;

/** Which record is the value of which topic; topics whose values are foreign or documents have none. */
final class TopicRecords {

    static final Map<Topic, Class<? extends Record>> TYPES = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.TICKETS_RAW, Ticket.class),
            Map.entry(Topic.TICKETS_ACTIVITY, Activity.class),
            Map.entry(Topic.TICKETS_ENRICHED, CaseFile.class),
            Map.entry(Topic.TICKETS_SCORED, CaseFile.class),
            Map.entry(Topic.TICKETS_ROUTED, CaseFile.class),
            Map.entry(Topic.SLA_TIMERS, SlaTimer.class),
            Map.entry(Topic.SLA_CLOCKS, ClockChange.class),
            Map.entry(Topic.SLA_ACTIONS, SlaAction.class),
            Map.entry(Topic.ESCALATIONS, Escalation.class),
            Map.entry(Topic.REVIEWS, Review.class),
            Map.entry(Topic.AGENTS_ACTIVITY, AgentActivity.class),
            Map.entry(Topic.ACCOUNTS, AccountProfile.class),
            Map.entry(Topic.AGENTS, AgentProfile.class),
            Map.entry(Topic.KNOWLEDGE, KnowledgeArticle.class),
            Map.entry(Topic.HISTORY, ResolvedTicket.class),
            Map.entry(Topic.POLICIES, PolicyPointer.class),
            Map.entry(Topic.POLICY_DIFFERENCES, PolicyDifference.class),
            Map.entry(Topic.CUSTOMER_NOTICES, CustomerNotice.class),
            Map.entry(Topic.TICKETS_QUARANTINE, Quarantined.class)));

    private TopicRecords() {}
}
