package dev.signalbox.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reviewer's correction (S7); null fields were right as they were. */
public record Review(
        String ticketId,
        long sequence,
        Instant at,
        String by,
        @Nullable String category,
        @Nullable String intent,
        @Nullable Urgency urgency,
        @Nullable Impact impact,
        @Nullable String note) {}
