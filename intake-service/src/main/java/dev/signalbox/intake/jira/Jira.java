package dev.signalbox.intake.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Helpdesk;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells Jira's events apart. What is said about an issue and who said it is in {@link Issue} and {@link Comment}. */
@ApplicationScoped
public class Jira implements Helpdesk {

    @Override
    public String kind() {
        return "jira";
    }

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.path("webhookEvent").isTextual() || isIssue(payload);
    }

    @Override
    public Reading read(Delivery delivery) {
        JsonNode payload = delivery.payload();
        String event = Fields.text(payload, "webhookEvent");
        if (event == null) {
            return withoutEvent(delivery);
        }
        String name = event.toLowerCase(Locale.ROOT).replaceFirst("^jira:", "");
        if (name.startsWith("comment_")) {
            return name.equals("comment_created") ? comment(delivery) : Reading.skipped(Skip.NOTHING_FOR_US);
        }
        if (name.equals("issue_deleted")) {
            return deleted(delivery);
        }
        if (name.startsWith("issue_") || name.startsWith("worklog_updated")) {
            return issue(delivery, name);
        }
        boolean aboutAnIssue = name.startsWith("worklog_")
                || name.startsWith("issuelink_")
                || name.startsWith("attachment_")
                || payload.has("issue");
        return Reading.skipped(aboutAnIssue ? Skip.NOTHING_FOR_US : Skip.NOT_A_TICKET);
    }

    private static Reading issue(Delivery delivery, String name) {
        JsonNode payload = delivery.payload();
        if (!payload.path("issue").isObject()) {
            return name.startsWith("worklog")
                    ? Reading.skipped(Skip.NOTHING_FOR_US)
                    : Reading.refused("NO_ISSUE", "A Jira issue event must have the object 'issue'.");
        }
        String detail = name + " " + Fields.word(payload, "issue_event_type_name");
        boolean hasComment = payload.path("comment").isObject();
        if (detail.contains("comment_edited") || detail.contains("comment_deleted") || detail.contains("worklog")) {
            return Reading.skipped(Skip.NOTHING_FOR_US);
        }
        List<Reading> all = new ArrayList<>();
        boolean created = name.equals("issue_created");
        Issue issue = new Issue(delivery, payload.path("issue"));
        if (hasComment && !created) {
            Reading said = comment(delivery);
            if (said instanceof Reading.Skipped && !payload.has("changelog")) {
                return said;
            }
            all.add(said);
        }
        if (created || issue.isWhole()) {
            all.add(0, issue.snapshot());
        }
        if (!created) {
            all.addAll(new Changelog(delivery, issue).activities());
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private static Reading comment(Delivery delivery) {
        return new Comment(delivery, delivery.payload().path("comment")).told();
    }

    /** Gone is over: it leaves the queue and its clocks end, but it was not solved. */
    private static Reading deleted(Delivery delivery) {
        JsonNode payload = delivery.payload();
        Issue issue = new Issue(delivery, payload.path("issue"));
        return new ActivityDraft(
                        delivery,
                        issue.id(),
                        ActivityKind.STATUS_CHANGED,
                        "deleted:" + issue.id(),
                        Moments.read(payload.path("timestamp")))
                .by(Person.of(payload.path("user")).role(delivery, issue.fields()), null, null)
                .status(TicketStatus.CLOSED)
                .told();
    }

    /** The REST API: one issue, or the result of a search. */
    private static Reading withoutEvent(Delivery delivery) {
        JsonNode payload = delivery.payload();
        if (isIssue(payload)) {
            return new Issue(delivery, payload).whole();
        }
        if (payload.path("issues").isArray()) {
            List<Reading> all = new ArrayList<>();
            payload.path("issues").forEach(issue -> all.add(new Issue(delivery.with(issue), issue).whole()));
            return Reading.of(all, Skip.NOTHING_FOR_US);
        }
        if (payload.path("issue").isObject()) {
            return new Issue(delivery.with(payload.path("issue")), payload.path("issue")).whole();
        }
        return Reading.refused(
                "UNKNOWN_SHAPE", "Not a Jira webhook (field 'webhookEvent') nor an issue (fields 'id' and 'fields').");
    }

    private static boolean isIssue(JsonNode node) {
        return node.path("fields").isObject()
                && node.path("id").isValueNode()
                && node.path("key").isTextual();
    }
}
