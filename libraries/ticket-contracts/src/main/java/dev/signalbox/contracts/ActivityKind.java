package dev.signalbox.contracts;

/** What happened to a ticket after its creation. */
public enum ActivityKind {
    CUSTOMER_REPLIED,
    AGENT_REPLIED,
    STATUS_CHANGED,
    ASSIGNED,
    PRIORITY_CHANGED,
    SOLVED,
    REOPENED,
    MERGED,
    RATED,
    ESCALATION_REQUESTED,
    SELF_SERVICE_OUTCOME
}
