package dev.signalbox.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer issue as its helpdesk told it.
 *
 * @param id {@code <source>:<externalId>}; the Kafka key everywhere
 * @param source name of the configured helpdesk connection, unique over all tenants
 * @param sourceType kind of helpdesk, for example {@code zendesk}
 * @param eventId the source's own id of the event that told this, the same at every redelivery
 * @param body plain text; HTML has been converted
 * @param language ISO 639-1, or null where not told
 * @param reportedPriority the helpdesk's own word, lower case; evidence only, never a decision
 * @param imported true for history loaded into the helpdesk: no clock fires
 * @param createdAt the helpdesk's time; clocks start here
 * @param updatedAt the source's own revision time; an older snapshot changes nothing
 * @param receivedAt when intake read it
 */
public record Ticket(
        String id,
        String tenant,
        String source,
        String sourceType,
        String externalId,
        @Nullable String sourceUrl,
        String eventId,
        Channel channel,
        String subject,
        String body,
        @Nullable String language,
        @Nullable String product,
        @Nullable String region,
        List<String> tags,
        Requester requester,
        @Nullable String organizationId,
        @Nullable String reportedPriority,
        List<Attachment> attachments,
        Map<String, String> fields,
        TicketStatus status,
        @Nullable String assignee,
        boolean imported,
        Instant createdAt,
        Instant updatedAt,
        Instant receivedAt) {

    /** The reserved source of tickets that watch whether the line moves. They are no customer's, and count nowhere. */
    public static final String CANARY_SOURCE = "canary";

    public Ticket {
        tags = tags == null ? List.of() : List.copyOf(tags);
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        fields = fields == null ? Map.of() : Map.copyOf(fields);
    }
}
