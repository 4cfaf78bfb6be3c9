package dev.signalbox.routing;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A ticket whose meaning a person is asked about.
 *
 * @param until when the best guess is routed if nobody answers
 * @param decision NEEDS_REVIEW: it waits for the answer; anything else: the review runs beside
 */
public record ReviewView(
        String ticketId,
        String subject,
        String category,
        String intent,
        BigDecimal confidence,
        String decision,
        Instant until) {}
