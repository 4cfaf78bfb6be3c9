package dev.signalbox.local.demo.helpdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.EventIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Events of Zendesk's ticket webhooks: each carries the ticket as it is afterwards. */
final class Zendesk implements HelpdeskFormat {

    @Override
    public String source() {
        return "zendesk";
    }

    @Override
    public byte[] created(Letter letter) {
        return event("ticket.created", letter, null, "NEW", letter.writtenAt()).bytes();
    }

    @Override
    public byte[] assigned(Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = event("ticket.agent_assignment_changed", letter, agent, "OPEN", at);
        shape.at("event").put("current", agent.id()).putNull("previous");
        return shape.bytes();
    }

    @Override
    public byte[] answered(Letter letter, HelpdeskAgent agent, String text, Instant at) {
        Shape shape = event("ticket.comment_added", letter, agent, "OPEN", at);
        comment(shape, text, at).put("id", agent.id()).put("name", agent.name()).put("is_staff", true);
        return shape.bytes();
    }

    @Override
    public byte[] solved(Letter letter, HelpdeskAgent agent, Instant at) {
        Shape shape = event("ticket.status_changed", letter, agent, "SOLVED", at);
        shape.at("event").put("current", "SOLVED").put("previous", "OPEN");
        return shape.bytes();
    }

    @Override
    public byte[] wroteAgain(Letter letter, String text, Instant at) {
        Shape shape = event("ticket.comment_added", letter, null, "OPEN", at);
        comment(shape, text, at)
                .put("id", requester(letter))
                .put("name", letter.name())
                .put("is_staff", false);
        return shape.bytes();
    }

    private static ObjectNode comment(Shape shape, String text, Instant at) {
        ObjectNode comment = shape.at("event").putObject("comment");
        comment.put("id", Long.toString(at.toEpochMilli())).put("body", text).put("is_public", true);
        return comment.putObject("author");
    }

    private static Shape event(String type, Letter letter, HelpdeskAgent agent, String status, Instant at) {
        Shape shape = Shape.of("zendesk-ticket-created");
        shape.root()
                .put("type", "zen:event-type:" + type)
                .put("id", EventIds.of("zendesk", type, letter.externalId(), at.toString()))
                .put("time", at.truncatedTo(ChronoUnit.MICROS).toString())
                .put("subject", "zen:ticket:" + letter.externalId());
        shape.at("detail")
                .put("actor_id", agent == null ? requester(letter) : agent.id())
                .put("assignee_id", agent == null ? null : agent.id())
                .put("created_at", letter.writtenAt().toString())
                .put("description", letter.body())
                .put("id", letter.externalId())
                .put("organization_id", letter.organizationId())
                .put("priority", letter.urgent() ? "URGENT" : "NORMAL")
                .put("requester_id", requester(letter))
                .put("status", status)
                .put("subject", letter.subject())
                .put("submitter_id", requester(letter))
                .put("updated_at", at.toString());
        return shape;
    }

    private static String requester(Letter letter) {
        return "84" + Math.floorMod(letter.email().hashCode(), 100_000_000);
    }
}
