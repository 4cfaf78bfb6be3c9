package dev.signalbox.decisions.escalation;

/** The {@code escalation} section of the policy: triggers and chains (S45-S56). */
public record EscalationPolicy(String reference) {}
