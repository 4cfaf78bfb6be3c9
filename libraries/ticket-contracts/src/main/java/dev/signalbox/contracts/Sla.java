package dev.signalbox.contracts;

/** The targets that scoring gives; the watchdog owns the running promise (S28-S30). */
public record Sla(SlaTarget firstResponse, SlaTarget nextResponse, SlaTarget resolution) {}
