package dev.signalbox.escalation.delivery.sink;

import dev.signalbox.contracts.Escalation;
import java.time.Instant;

/**
 * What is to be told.
 *
 * @param eventId {@code ce_id} of the event on the topic, the same at every attempt
 * @param attemptAt by the clock of the machine, which receivers compare with theirs
 */
public record Notice(String eventId, Escalation escalation, Instant attemptAt) {}
