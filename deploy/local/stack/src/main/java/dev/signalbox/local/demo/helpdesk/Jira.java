package dev.signalbox.local.demo.helpdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Webhooks of Jira Cloud: the issue as it is afterwards, a changelog, comments as events of their own. */
final class Jira implements HelpdeskFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String source() {
        return "jira";
    }

    @Override
    public byte[] created(Letter letter) {
        return issue("jira:issue_created", "issue_created", letter, null, letter.writtenAt())
                .bytes();
    }

    @Override
    public byte[] assigned(Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = issue("jira:issue_updated", "issue_assigned", letter, agent, at);
        changed(shape, at, "assignee").putNull("from").put("to", agent.id()).put("toString", agent.name());
        return shape.bytes();
    }

    @Override
    public byte[] answered(Letter letter, HelpdeskAgent agent, String text, Instant at) {
        return comment(letter, agent.id(), agent.name(), agent.email(), text, at);
    }

    @Override
    public byte[] wroteAgain(Letter letter, String text, Instant at) {
        return comment(letter, customer(letter), letter.name(), letter.email(), text, at);
    }

    @Override
    public byte[] solved(Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = issue("jira:issue_updated", "issue_generic", letter, agent, at);
        changed(shape, at, "status")
                .put("from", "10001")
                .put("fromString", "To Do")
                .put("to", "10002")
                .put("toString", "Done");
        shape.at("issue", "fields", "status").put("id", "10002").put("name", "Done");
        shape.at("issue", "fields", "status", "statusCategory")
                .put("key", "done")
                .put("name", "Done");
        return shape.bytes();
    }

    private static ObjectNode changed(Shape shape, Instant at, String field) {
        ObjectNode changelog = shape.root().putObject("changelog");
        changelog.put("id", Long.toString(at.toEpochMilli()));
        return changelog
                .putArray("items")
                .addObject()
                .put("field", field)
                .put("fieldtype", "jira")
                .put("fieldId", field);
    }

    private static Shape issue(String event, String type, Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = Shape.of("jira-issue-created");
        shape.root()
                .put("timestamp", at.toEpochMilli())
                .put("webhookEvent", event)
                .put("issue_event_type_name", type);
        named(shape.at("issue"), letter);
        ObjectNode fields = shape.at("issue", "fields");
        fields.put("summary", letter.subject())
                .put("description", letter.body())
                .put("created", TIME.format(letter.writtenAt()))
                .put("updated", TIME.format(at));
        fields.putArray("labels");
        shape.at("issue", "fields", "priority").put("name", letter.urgent() ? "Highest" : "Medium");
        person(shape.at("issue", "fields", "creator"), customer(letter), letter.name(), letter.email());
        person(shape.at("issue", "fields", "reporter"), customer(letter), letter.name(), letter.email());
        if (agent == null) {
            person(shape.at("user"), customer(letter), letter.name(), letter.email());
            shape.at("changelog").put("id", letter.externalId() + "0").putArray("items");
        } else {
            person(shape.at("user"), agent.id(), agent.name(), agent.email());
            person(fields.putObject("assignee"), agent.id(), agent.name(), agent.email());
        }
        return shape;
    }

    private static byte[] comment(Letter letter, String account, String name, String email, String text, Instant at) {
        Shape shape = Shape.of("jira-comment-created");
        shape.root().put("timestamp", at.toEpochMilli());
        named(shape.at("issue"), letter);
        shape.at("issue", "fields").put("summary", letter.subject());
        String id = Long.toString(at.toEpochMilli());
        shape.at("comment")
                .put("id", id)
                .put("self", "https://jira.example/rest/api/2/issue/" + letter.externalId() + "/comment/" + id)
                .put("body", text)
                .put("created", TIME.format(at))
                .put("updated", TIME.format(at));
        ObjectNode author = person(shape.at("comment", "author"), account, name, email);
        person(shape.at("comment", "updateAuthor"), account, name, email);
        author.put("accountType", account.equals(customer(letter)) ? "customer" : "atlassian");
        return shape.bytes();
    }

    private static void named(ObjectNode issue, Letter letter) {
        issue.put("id", letter.externalId())
                .put("key", "SUP-" + letter.externalId())
                .put("self", "https://jira.example/rest/api/2/issue/" + letter.externalId());
    }

    private static ObjectNode person(ObjectNode person, String account, String name, String email) {
        return person.put("self", "https://jira.example/rest/api/2/user?accountId=" + account)
                .put("name", account)
                .put("key", account)
                .put("accountId", account)
                .put("emailAddress", email)
                .put("displayName", name);
    }

    private static String customer(Letter letter) {
        return "qm-" + Integer.toHexString(letter.email().hashCode());
    }
}
