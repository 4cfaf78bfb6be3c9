package dev.signalbox.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A resolved ticket that resembles this one (S10); {@code similarity} 0..1. */
public record SimilarTicket(
        String ticketId,
        String intent,
        BigDecimal similarity,
        @Nullable String resolvedBy) {}
