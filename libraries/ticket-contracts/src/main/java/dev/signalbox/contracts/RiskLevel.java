package dev.signalbox.contracts;

/** Risk and renewal impact of an escalation (S47), lowest first. */
public enum RiskLevel {
    LOW,
    MODERATE,
    HIGH,
    VERY_HIGH,
    CRITICAL
}
