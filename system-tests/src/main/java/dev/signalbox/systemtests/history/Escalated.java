package dev.signalbox.systemtests.history;

import dev.signalbox.contracts.EscalationChange;

/** A change of an escalation, from {@code escalations}. */
public record Escalated(String id, EscalationChange change) {}
