package dev.signalbox.intake.reading;

import dev.signalbox.contracts.Attachment;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.UnreadableRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A ticket being read: everything has a default, and {@link Limits} hold whatever a helpdesk sends. */
public final class TicketDraft {

    private final Delivery delivery;
    private final String externalId;
    private final TreeSet<String> cut = new TreeSet<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<String, String> fields = new TreeMap<>();
    private @Nullable String eventId;
    private @Nullable String sourceUrl;
    private Channel channel = Channel.EMAIL;
    private String subject = "";
    private String body = "";
    private @Nullable String language;
    private @Nullable String product;
    private @Nullable String region;
    private Requester requester = new Requester(null, null, null, null);
    private @Nullable String organizationId;
    private @Nullable String reportedPriority;
    private TicketStatus status = TicketStatus.NEW;
    private @Nullable String assignee;
    private boolean imported;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;

    public TicketDraft(Delivery delivery, String externalId) {
        if (!Limits.isExternalId(externalId)) {
            throw new UnreadableRecord(
                    "BAD_TICKET_ID", "The ticket's id must be " + Limits.EXTERNAL_ID_RULE + ".", null);
        }
        this.delivery = delivery;
        this.externalId = externalId;
    }

    /** The source's own id of the event; else the delivery's. */
    public TicketDraft event(@Nullable String id) {
        this.eventId = id;
        return this;
    }

    public TicketDraft url(@Nullable String address) {
        this.sourceUrl = isWebAddress(address) ? address : null;
        return this;
    }

    public TicketDraft channel(Channel howTheCustomerCame) {
        this.channel = howTheCustomerCame;
        return this;
    }

    /** Plain text; null is empty. */
    public TicketDraft subject(@Nullable String text) {
        this.subject = limited("subject", text == null ? "" : text.replace('\n', ' '), Limits.SUBJECT);
        return this;
    }

    /** Plain text; null is empty. */
    public TicketDraft body(@Nullable String text) {
        String given = text == null ? "" : text;
        String kept = limited("body", given, Limits.BODY);
        this.body = kept.length() < given.length() ? kept + Limits.CUT : kept;
        return this;
    }

    public TicketDraft place(@Nullable String languageCode, @Nullable String productName, @Nullable String regionName) {
        this.language = languageCode == null ? null : languageCode.toLowerCase(Locale.ROOT);
        this.product = shortened(productName);
        this.region = shortened(regionName);
        return this;
    }

    public TicketDraft tags(Collection<String> words) {
        words.stream()
                .limit(Limits.TAGS)
                .map(word -> PlainText.cut(word, Limits.SHORT))
                .forEach(tags::add);
        noteIf(words.size() > Limits.TAGS, "tags");
        return this;
    }

    public TicketDraft requester(
            @Nullable String id, @Nullable String name, @Nullable String email, @Nullable String role) {
        this.requester = new Requester(shortened(id), shortened(name), address(email), shortened(role));
        return this;
    }

    public TicketDraft organization(@Nullable String id) {
        this.organizationId = shortened(id);
        return this;
    }

    /** The helpdesk's own word. */
    public TicketDraft priority(@Nullable String word) {
        this.reportedPriority = word == null ? null : shortened(word.toLowerCase(Locale.ROOT));
        return this;
    }

    public TicketDraft attachment(@Nullable String name, @Nullable String url, @Nullable String contentType) {
        if (attachments.size() < Limits.ATTACHMENTS) {
            attachments.add(new Attachment(shortened(name), isWebAddress(url) ? url : null, shortened(contentType)));
        } else {
            cut.add("attachments");
        }
        return this;
    }

    /** Something of the helpdesk's own that others may want to see; null is left out. */
    public TicketDraft field(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        if (fields.size() < Limits.FIELDS) {
            String kept = limited("fields", PlainText.clean(value), Limits.FIELD_VALUE);
            fields.put(PlainText.cut(name, Limits.SHORT), kept);
        } else {
            cut.add("fields");
        }
        return this;
    }

    public TicketDraft status(TicketStatus where, @Nullable String agentId) {
        this.status = where;
        this.assignee = shortened(agentId);
        return this;
    }

    public TicketDraft imported(boolean fromHistory) {
        this.imported = fromHistory;
        return this;
    }

    /** The helpdesk's times; what is unknown is the time of receipt, and nothing begins in the future. */
    public TicketDraft times(@Nullable Instant created, @Nullable Instant updated) {
        this.createdAt = created;
        this.updatedAt = updated;
        return this;
    }

    public Ticket ticket() {
        if (!cut.isEmpty()) {
            fields.put("signalbox.cut", String.join(", ", cut));
        }
        Instant received = delivery.receivedAt();
        Instant created = createdAt == null || createdAt.isAfter(received) ? received : createdAt;
        Instant updated = updatedAt != null ? updatedAt : createdAt != null ? created : received;
        Connection from = delivery.connection();
        return new Ticket(
                delivery.ticketId(externalId),
                from.tenant(),
                from.source(),
                from.kind(),
                externalId,
                sourceUrl,
                eventId != null ? PlainText.cut(eventId, Limits.SHORT) : delivery.eventId(),
                channel,
                subject,
                body,
                language,
                product,
                region,
                tags,
                requester,
                organizationId,
                reportedPriority,
                attachments,
                fields,
                status,
                assignee,
                imported,
                created,
                updated,
                received);
    }

    public Reading told() {
        return new Reading.TicketTold(ticket());
    }

    private String limited(String what, String text, int limit) {
        noteIf(text.length() > limit, what);
        return PlainText.cut(text, limit);
    }

    private void noteIf(boolean condition, String what) {
        if (condition) {
            cut.add(what);
        }
    }

    static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = PlainText.cut(PlainText.clean(text), Limits.SHORT);
        return clean.isEmpty() ? null : clean;
    }

    static @Nullable String address(@Nullable String email) {
        String clean = shortened(email);
        return clean != null && clean.indexOf('@') > 0 && clean.indexOf(' ') < 0 ? clean : null;
    }

    private static boolean isWebAddress(@Nullable String url) {
        return url != null && url.length() <= Limits.URL && (url.startsWith("https://") || url.startsWith("http://"));
    }
}
