package dev.signalbox.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reference data on {@code history}: a ticket that was solved, from which the classifier learns (S10). */
public record ResolvedTicket(
        String ticketId,
        String subject,
        String body,
        String category,
        String intent,
        @Nullable String queue,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String language) {}
