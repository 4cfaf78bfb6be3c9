package dev.signalbox.intake.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import dev.signalbox.intake.reading.TicketDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One issue. Its id is the number: keys change when an issue moves, and comment events of a server carry no key. */
final class Issue {

    private final Delivery delivery;
    private final JsonNode issue;

    Issue(Delivery delivery, JsonNode issue) {
        this.delivery = delivery;
        this.issue = issue;
    }

    String id() {
        String id = Fields.text(issue, "id");
        return Fields.required(
                id != null ? id : SelfLink.issueId(Fields.text(issue, "self")),
                "NO_TICKET_ID",
                "A Jira issue must have its numeric 'id'.");
    }

    JsonNode fields() {
        return issue.path("fields");
    }

    /** Comment events of the Cloud carry a few fields only: too little to overwrite a ticket with. */
    boolean isWhole() {
        return Moments.read(fields().path("created")) != null && fields().has("summary");
    }

    TicketStatus status() {
        return Status.of(
                Fields.text(fields(), "status", "name"), Fields.word(fields(), "status", "statusCategory", "key"));
    }

    /** What somebody has, or what moved back, is no longer new. */
    private TicketStatus statusNow(@Nullable Person assignee) {
        boolean moved = assignee != null || new Changelog(delivery, this).hasStatus();
        TicketStatus now = status();
        return now == TicketStatus.NEW && moved && !isCreation() ? TicketStatus.OPEN : now;
    }

    private boolean isCreation() {
        return "jira:issue_created".equals(Fields.word(delivery.payload(), "webhookEvent"));
    }

    @Nullable
    Person assignee() {
        JsonNode assignee = fields().path("assignee");
        return assignee.isObject() ? Person.of(assignee) : null;
    }

    /** A snapshot and, from the REST API, the comments that came with it. */
    Reading whole() {
        List<Reading> all = new ArrayList<>();
        all.add(snapshot());
        for (JsonNode comment : fields().path("comment").path("comments")) {
            all.add(new Comment(delivery.with(asEvent()), comment).told());
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    Reading snapshot() {
        JsonNode fields = fields();
        JsonNode payload = delivery.payload();
        Person reporter = Person.of(fields.path(fields.path("reporter").isObject() ? "reporter" : "creator"));
        Person assignee = assignee();
        Instant said = Moments.read(payload.path("timestamp"));
        Instant created = Moments.read(fields.path("created"));
        Instant updated = Moments.read(fields.path("updated"));
        TicketDraft draft = new TicketDraft(delivery, id())
                .event(eventId())
                .url(webAddress())
                .channel(Channel.PORTAL)
                .subject(Fields.text(fields, "summary"))
                .body(RichText.of(fields.path("description")))
                .place(null, firstComponent(), null)
                .tags(Fields.words(fields.path("labels"), "\\s+"))
                .requester(reporter.id(), reporter.name(), reporter.email(), null)
                .organization(organization())
                .priority(Fields.text(fields, "priority", "name"))
                .status(statusNow(assignee), assignee == null ? null : assignee.id())
                .times(created != null ? created : said, updated != null ? updated : said)
                .field("key", Fields.text(issue, "key"))
                .field("project", Fields.text(fields, "project", "key"))
                .field("issueType", Fields.text(fields, "issuetype", "name"))
                .field("environment", RichText.of(fields.path("environment")))
                .field("security", Fields.text(fields, "security", "name"))
                .field("dueDate", Fields.text(fields, "duedate"));
        for (JsonNode file : fields.path("attachment")) {
            draft.attachment(
                    Fields.text(file, "filename"), Fields.text(file, "content"), Fields.text(file, "mimeType"));
        }
        customFields(draft);
        return draft.told();
    }

    private @Nullable String eventId() {
        JsonNode payload = delivery.payload();
        String changelog = Fields.text(payload, "changelog", "id");
        if (changelog != null) {
            return "changelog:" + changelog;
        }
        String comment = Fields.text(payload, "comment", "id");
        return comment == null ? null : "comment:" + comment;
    }

    private @Nullable String firstComponent() {
        return Fields.text(fields().path("components").path(0), "name");
    }

    /** Organisations of a service desk are a custom field: a list of objects with name and links to themselves. */
    private @Nullable String organization() {
        for (Map.Entry<String, JsonNode> field : fields().properties()) {
            JsonNode first = field.getValue().path(0);
            String self = Fields.text(first, "_links", "self");
            if (field.getKey().startsWith("customfield_") && self != null && self.contains("/organization/")) {
                return Fields.id(first, "id");
            }
        }
        return null;
    }

    private void customFields(TicketDraft draft) {
        for (Map.Entry<String, JsonNode> field : fields().properties()) {
            if (field.getKey().startsWith("customfield_")) {
                JsonNode value = field.getValue();
                String word = value.isObject() ? Fields.anyText(value, "value", "name") : Fields.text(value);
                if (word != null && !word.equals("{}")) {
                    draft.field(field.getKey(), word);
                }
            }
        }
    }

    private @Nullable String webAddress() {
        String self = Fields.text(issue, "self");
        String key = Fields.text(issue, "key");
        int rest = self == null ? -1 : self.indexOf("/rest/");
        return rest < 0 || key == null ? null : self.substring(0, rest) + "/browse/" + key;
    }

    private JsonNode asEvent() {
        return JsonNodeFactory.instance.objectNode().set("issue", issue);
    }
}
