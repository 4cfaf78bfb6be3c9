package dev.signalbox.decisions.sla;

/** The {@code sla} section of the policy: targets, dynamic factors and the watchdog's levels (S28-S36). */
public record SlaPolicy(String reference) {}
