package dev.signalbox.local.demo.helpdesk;

import java.time.Instant;

/** Webhooks of Freshdesk's automations: flat, in words, with a notation of their own for what happened. */
final class Freshdesk implements HelpdeskFormat {

    @Override
    public String source() {
        return "freshdesk";
    }

    @Override
    public byte[] created(Letter letter) {
        return hook("{ticket_action:created}", letter, "Open", letter.writtenAt())
                .bytes();
    }

    @Override
    public byte[] assigned(Letter letter, HelpdeskAgent agent, Instant at) {
        return by(agent, hook("{agent_id:{from:null,to:" + agent.id() + "}}", letter, "Open", at))
                .bytes();
    }

    @Override
    public byte[] answered(Letter letter, HelpdeskAgent agent, String text, Instant at) {
        Shape shape = by(agent, hook("{reply_sent:sent}", letter, "Open", at));
        hook(shape, "ticket_latest_public_comment", "<div>" + text + "</div>");
        return shape.bytes();
    }

    @Override
    public byte[] solved(Letter letter, HelpdeskAgent agent, Instant at) {
        return by(agent, hook("{status:{from:2,to:4}}", letter, "Resolved", at)).bytes();
    }

    @Override
    public byte[] wroteAgain(Letter letter, String text, Instant at) {
        Shape shape = hook("{note_type:public}", letter, "Open", at);
        hook(shape, "ticket_latest_public_comment", "<div>" + text + "</div>");
        hook(shape, "event_performer_email", letter.email());
        return shape.bytes();
    }

    private static Shape hook(String triggered, Letter letter, String status, Instant at) {
        Shape shape = Shape.of("freshdesk-ticket-created");
        shape.at("freshdesk_webhook")
                .put("triggered_event", triggered)
                .put("ticket_id", letter.externalId())
                .put("ticket_url", "https://freshdesk.example/helpdesk/tickets/" + letter.externalId())
                .put("ticket_subject", letter.subject())
                .put("ticket_description", "<div>" + letter.body() + "</div>")
                .put("ticket_status", status)
                .put("ticket_priority", letter.urgent() ? "Urgent" : "Medium")
                .put("ticket_created_at", letter.writtenAt().toString())
                .put("ticket_updated_at", at.toString())
                .put("requester_name", letter.name())
                .put("requester_email", letter.email());
        return shape;
    }

    private static Shape by(HelpdeskAgent agent, Shape shape) {
        hook(shape, "ticket_agent_id", agent.id());
        hook(shape, "event_performer_email", agent.email());
        return shape;
    }

    private static void hook(Shape shape, String field, String value) {
        shape.at("freshdesk_webhook").put(field, value);
    }
}
