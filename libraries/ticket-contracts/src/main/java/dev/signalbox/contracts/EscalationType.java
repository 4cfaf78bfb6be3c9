package dev.signalbox.contracts;

/** The four types of escalation (S48). */
public enum EscalationType {
    CUSTOMER_INITIATED,
    AGENT_INITIATED,
    HIERARCHICAL,
    PRIORITY_DRIVEN
}
