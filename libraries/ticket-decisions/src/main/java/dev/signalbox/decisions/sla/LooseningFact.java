package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import java.time.Instant;

/**
 * A person promised less: a running promise is never loosened without a name and a reason (S30).
 *
 * @param dueAt the later deadline
 * @param by who answers for it
 */
public record LooseningFact(String id, Instant at, ClockKind clock, Instant dueAt, String by, String reason) {}
