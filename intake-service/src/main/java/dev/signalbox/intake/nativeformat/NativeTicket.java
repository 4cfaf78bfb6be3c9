package dev.signalbox.intake.nativeformat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.edge.Fault;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Limits;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.TicketDraft;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in Signalbox's own format: the section {@code ticket} of the contract. Required are {@code subject} or
 * {@code body}, and {@code requester.email} or {@code organizationId}.
 */
public final class NativeTicket {

    /** Names of helpdesk connections and tenants. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private static final String NAME_RULE = "1 to 64 lower-case letters, digits or . _ -";

    private NativeTicket() {}

    /**
     * Reads a ticket.
     *
     * @param newId the external id if the ticket brings none; null: made from the event's id
     * @param faults everything that is not as agreed; the result is null if there is any
     */
    public static @Nullable Ticket read(Delivery delivery, @Nullable String newId, List<Fault> faults) {
        CheckedObject given = CheckedObject.root(delivery.payload(), faults);
        String source = source(given, delivery.connection());
        String externalId = externalId(given, source, newId == null ? "e-" + shortHash(delivery) : newId);
        String subject = given.text("subject");
        String body = given.text("body");
        if (subject == null && body == null && faults.isEmpty()) {
            given.fault("subject", "is missing, and body too", "text in subject or body");
        }
        CheckedObject requester = given.object("requester");
        String email = email(requester);
        String organization = given.id("organizationId");
        if (email == null && organization == null && faults.isEmpty()) {
            requester.fault("email", "is missing, and organizationId too", "an address, or organizationId");
        }
        String tenant = name(given, "tenant", delivery.connection().tenant());
        String kind = name(given, "sourceType", delivery.connection().kind());
        Delivery named = new Delivery(
                delivery.connection().called(source, kind, tenant),
                delivery.payload(),
                delivery.headers(),
                delivery.deliveryId(),
                delivery.receivedAt());
        Instant eventTime = delivery.eventTime();
        TicketDraft draft = new TicketDraft(named, externalId)
                .event(delivery.deliveryId() == null ? given.text("eventId") : delivery.deliveryId())
                .url(given.text("sourceUrl"))
                .channel(given.word("channel", Channel.class, Channel.API))
                .subject(PlainText.of(subject))
                .body(PlainText.of(body))
                .place(given.text("language"), given.text("product"), given.text("region"))
                .tags(given.texts("tags"))
                .requester(requester.id("id"), requester.text("name"), email, requester.text("role"))
                .organization(organization)
                .priority(given.text("reportedPriority"))
                .status(given.word("status", TicketStatus.class, TicketStatus.NEW), given.id("assignee"))
                .imported(given.flag("imported", false))
                .times(firstOf(given.moment("createdAt"), eventTime), firstOf(given.moment("updatedAt"), eventTime));
        for (CheckedObject file : given.objects("attachments")) {
            draft.attachment(file.text("name"), file.text("url"), file.text("contentType"));
        }
        fields(given.object("fields"), draft);
        return faults.isEmpty() ? draft.ticket() : null;
    }

    private static @Nullable Instant firstOf(@Nullable Instant said, @Nullable Instant eventTime) {
        return said != null ? said : eventTime;
    }

    private static String source(CheckedObject given, Connection connection) {
        boolean isConfigured = !connection.source().equals(NativeFormat.KIND);
        return isConfigured ? connection.source() : name(given, "source", connection.source());
    }

    private static String externalId(CheckedObject given, String source, String otherwise) {
        String id = given.id("id");
        String externalId = given.id("externalId");
        if (id != null && externalId == null && id.startsWith(source + ":")) {
            externalId = id.substring(source.length() + 1);
        } else if (id != null && !id.equals(source + ":" + externalId)) {
            given.fault("id", "does not fit source and externalId", "<source>:<externalId>, or leave it out");
        }
        if (externalId == null) {
            return otherwise;
        }
        if (!Limits.isExternalId(externalId)) {
            given.fault("externalId", "has characters or a length that an id may not have", Limits.EXTERNAL_ID_RULE);
            return otherwise;
        }
        return externalId;
    }

    private static String name(CheckedObject given, String field, String otherwise) {
        String name = given.text(field);
        if (name == null) {
            return otherwise;
        }
        if (!NAME.matcher(name).matches()) {
            given.fault(field, "is not a name", NAME_RULE);
            return otherwise;
        }
        return name;
    }

    private static @Nullable String email(CheckedObject requester) {
        String email = requester.text("email");
        if (email != null && (email.indexOf('@') < 1 || email.length() > 254 || email.indexOf(' ') >= 0)) {
            requester.fault("email", "is not an e-mail address", "name@domain, at most 254 characters");
        }
        return email;
    }

    private static void fields(CheckedObject given, TicketDraft draft) {
        for (Map.Entry<String, JsonNode> field : given.json().properties()) {
            JsonNode value = field.getValue();
            if (value.isContainerNode()) {
                given.fault(field.getKey(), "is not a plain value", "text, number or flag");
            } else if (!value.isNull()) {
                draft.field(field.getKey(), value.asText());
            }
        }
    }

    private static String shortHash(Delivery delivery) {
        return EventIds.of(delivery.connection().source(), delivery.eventId());
    }
}
