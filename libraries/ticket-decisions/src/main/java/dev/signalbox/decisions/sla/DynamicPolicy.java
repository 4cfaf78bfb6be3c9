package dev.signalbox.decisions.sla;

/** The {@code sla.dynamic} section of the policy: what moves a running promise (S29, S30). */
public record DynamicPolicy(String reference) {}
