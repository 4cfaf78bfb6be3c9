package dev.signalbox.escalation;

import dev.signalbox.decisions.escalation.TicketEscalations;
import java.time.Instant;

/**
 * A ticket's locked row.
 *
 * @param lookAt when its timer stands; null if it has none
 */
record TicketFile(TicketEscalations escalations, Instant lookAt) {}
