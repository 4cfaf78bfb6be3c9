package dev.signalbox.local.demo.helpdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.EventIds;
import java.time.Instant;

/** Notifications of Intercom: a conversation, and the part of it that is new. */
final class Intercom implements HelpdeskFormat {

    @Override
    public String source() {
        return "intercom";
    }

    @Override
    public byte[] created(Letter letter) {
        return notification("conversation.user.created", letter, null, letter.writtenAt())
                .bytes();
    }

    @Override
    public byte[] assigned(Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = notification("conversation.admin.assigned", letter, agent, at);
        part(shape, "assignment", null, at, admin(agent))
                .putObject("assigned_to")
                .put("type", "admin")
                .put("id", agent.id());
        return shape.bytes();
    }

    @Override
    public byte[] answered(Letter letter, HelpdeskAgent agent, String text, Instant at) {
        Shape shape = notification("conversation.admin.replied", letter, agent, at);
        part(shape, "comment", text, at, admin(agent));
        return shape.bytes();
    }

    @Override
    public byte[] solved(Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = notification("conversation.admin.closed", letter, agent, at);
        part(shape, "close", null, at, admin(agent));
        shape.at("data", "item").put("state", "closed").put("open", false);
        return shape.bytes();
    }

    @Override
    public byte[] wroteAgain(Letter letter, String text, Instant at) {
        Shape shape = notification("conversation.user.replied", letter, null, at);
        part(shape, "comment", text, at, new Author("user", customer(letter), letter.name(), letter.email()));
        return shape.bytes();
    }

    private record Author(String type, String id, String name, String email) {}

    private static Author admin(HelpdeskAgent agent) {
        return new Author("admin", agent.id(), agent.name(), agent.email());
    }

    private static ObjectNode part(Shape shape, String type, String text, Instant at, Author author) {
        ObjectNode parts = shape.at("data", "item", "conversation_parts");
        parts.put("total_count", 1);
        ObjectNode part = parts.putArray("conversation_parts").addObject();
        part.put("type", "conversation_part")
                .put("id", Long.toString(at.toEpochMilli()))
                .put("part_type", type)
                .put("body", text == null ? null : "<p>" + text + "</p>")
                .put("created_at", at.getEpochSecond())
                .put("updated_at", at.getEpochSecond());
        part.putObject("author")
                .put("type", author.type())
                .put("id", author.id())
                .put("name", author.name())
                .put("email", author.email());
        return part;
    }

    private static Shape notification(String topic, Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = Shape.of("intercom-conversation-user-created");
        shape.root()
                .put("id", "notif_" + EventIds.of("intercom", topic, letter.externalId(), at.toString()))
                .put("topic", topic)
                .put("first_sent_at", at.getEpochSecond())
                .put("created_at", at.getEpochSecond());
        ObjectNode item = shape.at("data", "item");
        item.put("id", letter.externalId())
                .put("created_at", letter.writtenAt().getEpochSecond())
                .put("updated_at", at.getEpochSecond());
        shape.at("data", "item", "user")
                .put("type", "user")
                .put("id", customer(letter))
                .put("name", letter.name())
                .put("email", letter.email());
        shape.at("data", "item", "conversation_message")
                .put("id", letter.externalId() + "1")
                .put("subject", letter.subject())
                .put("body", "<p>" + letter.body() + "</p>");
        shape.at("data", "item", "conversation_message", "author").put("id", customer(letter));
        shape.at("data", "item", "links")
                .put("conversation_web", "https://intercom.example/conversations/" + letter.externalId());
        if (agent != null) {
            shape.at("data", "item", "assignee").put("type", "admin").put("id", agent.id());
        }
        return shape;
    }

    private static String customer(Letter letter) {
        return "5c95" + Integer.toHexString(letter.email().hashCode());
    }
}
