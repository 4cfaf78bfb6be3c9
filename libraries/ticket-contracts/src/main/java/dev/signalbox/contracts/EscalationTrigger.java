package dev.signalbox.contracts;

/** Why an escalation opens (S47). */
public enum EscalationTrigger {
    SLA_BREACH,
    TECHNICAL_COMPLEXITY,
    CONTRACT_DISPUTE,
    OUTAGE,
    HIGH_VALUE_RISK,
    NEGATIVE_SENTIMENT,
    SECURITY,
    DEADLINE,
    CUSTOMER_REQUEST,
    AGENT_REQUEST
}
