package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a ticket after its creation; may arrive before the ticket itself.
 *
 * @param activityId the source's own event id, the same at every redelivery
 * @param at the source's time
 * @param isPublic visible to the customer ({@code public} in JSON)
 * @param text plain text
 * @param priority the helpdesk's own word, lower case
 * @param assignee the helpdesk's id of the agent
 * @param rating 0..100
 * @param messageId the message that a next response answers (P2)
 */
public record Activity(
        String ticketId,
        String activityId,
        Instant at,
        ActivityKind kind,
        Actor actor,
        @JsonProperty("public") boolean isPublic,
        @Nullable String text,
        @Nullable TicketStatus status,
        @Nullable String priority,
        @Nullable String assignee,
        @Nullable Integer rating,
        @Nullable String messageId) {}
