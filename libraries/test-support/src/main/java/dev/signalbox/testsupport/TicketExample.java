package dev.signalbox.testsupport;

import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** See {@link Examples#aTicket()}. */
public final class TicketExample {

    private static final Duration INTAKE_DELAY = Duration.ofSeconds(1);

    private String source = "zendesk";
    private String externalId = "35436";
    private Channel channel = Channel.EMAIL;
    private String subject = "Question about our invoice";
    private String body = "Why is VAT on the invoice twice?";
    private String email = "ann@acme.example";
    private String role;
    private String organizationId;
    private String product;
    private Map<String, String> fields = Map.of();
    private TicketStatus status = TicketStatus.NEW;
    private String assignee;
    private boolean imported;
    private Instant createdAt = Examples.NOW;
    private Instant updatedAt;
    private String eventId;

    /** {@code source:externalId}, for example {@code zendesk:35436}. */
    public TicketExample id(String id) {
        int colon = id.indexOf(':');
        source = id.substring(0, colon);
        externalId = id.substring(colon + 1);
        return this;
    }

    public TicketExample saying(String newSubject, String newBody) {
        subject = newSubject;
        body = newBody;
        return this;
    }

    public TicketExample by(Channel newChannel) {
        channel = newChannel;
        return this;
    }

    public TicketExample from(String newEmail) {
        email = newEmail;
        return this;
    }

    public TicketExample role(String newRole) {
        role = newRole;
        return this;
    }

    public TicketExample organization(String id) {
        organizationId = id;
        return this;
    }

    public TicketExample product(String name) {
        product = name;
        return this;
    }

    /** A field of the helpdesk's own. */
    public TicketExample field(String name, String value) {
        fields = Map.of(name, value);
        return this;
    }

    public TicketExample status(TicketStatus newStatus) {
        status = newStatus;
        return this;
    }

    public TicketExample assignee(String helpdeskAgentId) {
        assignee = helpdeskAgentId;
        return this;
    }

    public TicketExample imported() {
        imported = true;
        return this;
    }

    public TicketExample createdAt(Instant at) {
        createdAt = at;
        return this;
    }

    public TicketExample updatedAt(Instant at) {
        updatedAt = at;
        return this;
    }

    /** Default: the ticket's id and the time of the update, as helpdesks that number no events have it. */
    public TicketExample eventId(String id) {
        eventId = id;
        return this;
    }

    public Ticket build() {
        Instant updated = updatedAt == null ? createdAt : updatedAt;
        String id = source + ":" + externalId;
        return new Ticket(
                id,
                "default",
                source,
                source,
                externalId,
                "https://" + source + ".example/tickets/" + externalId,
                eventId == null ? id + "@" + updated : eventId,
                channel,
                subject,
                body,
                "en",
                product,
                "EMEA",
                List.of(),
                new Requester("77", "Ann", email, role),
                organizationId,
                "normal",
                List.of(),
                fields,
                status,
                assignee,
                imported,
                createdAt,
                updated,
                updated.plus(INTAKE_DELAY));
    }
}
