package dev.signalbox.decisions.sla;

/** The {@code sla.watchdog} section of the policy: levels and what happens at each (S31, S32). */
public record WatchdogPolicy(String reference) {}
