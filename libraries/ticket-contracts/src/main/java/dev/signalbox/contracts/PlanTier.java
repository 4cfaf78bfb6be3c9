package dev.signalbox.contracts;

/** What the customer company pays for (S24), from least to most. */
public enum PlanTier {
    TRIAL,
    FREE,
    BASIC,
    PRO,
    ENTERPRISE
}
