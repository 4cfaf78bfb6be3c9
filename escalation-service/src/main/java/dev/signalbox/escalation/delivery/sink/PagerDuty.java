package dev.signalbox.escalation.delivery.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.RiskLevel;

/** PagerDuty Events API v2: trigger, acknowledge and resolve under one {@code dedup_key}. */
final class PagerDuty implements Sink {

    private static final int LONGEST_SUMMARY = 1_024;
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_LINK = 2_000;

    @Override
    public boolean hears(Escalation change) {
        return switch (change.change()) {
            case OPENED, LEVEL_RAISED, UNACKNOWLEDGED -> change.owner() != null; // who is not to be told is not rung
            case UNDELIVERABLE, ACKNOWLEDGED, RESOLVED, CANCELLED -> true;
            case UPDATED, RETURNED, JOINED, APPROVAL_ASKED, APPROVED, REFUSED -> false;
        };
    }

    @Override
    public void require(Target target) {
        if (target.secrets().size() != 1) {
            throw new IllegalArgumentException("exactly one secret is needed: the integration's routing key");
        }
    }

    @Override
    public Message message(Target target, Notice notice) {
        Escalation escalation = notice.escalation();
        String action = action(escalation.change());
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", target.secrets().get(0))
                .put("event_action", action)
                .put("dedup_key", Words.cut(escalation.dedupKey(), LONGEST_KEY));
        if (action.equals("trigger")) {
            event.put("client", "Signalbox");
            event.set("payload", payload(escalation));
            String link = Words.link(escalation, LONGEST_LINK);
            if (link != null) {
                event.putArray("links").addObject().put("href", link).put("text", "Ticket " + escalation.ticketId());
            }
        }
        return Message.of(target.url(), event);
    }

    private static String action(EscalationChange change) {
        return switch (change) {
            case ACKNOWLEDGED -> "acknowledge";
            case RESOLVED, CANCELLED -> "resolve";
            default -> "trigger";
        };
    }

    private static ObjectNode payload(Escalation escalation) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("summary", Words.cut(Words.line(escalation), LONGEST_SUMMARY))
                .put("source", "signalbox/" + escalation.ticketId())
                .put("severity", severity(escalation.risk()))
                .put("timestamp", escalation.at().toString())
                .put("component", escalation.trigger().name())
                .put("group", escalation.accountId() == null ? "unknown account" : escalation.accountId())
                .put("class", escalation.type().name());
        payload.putObject("custom_details")
                .put("escalation", escalation.id())
                .put("change", escalation.change().name())
                .put("owner", escalation.owner())
                .put("level", escalation.level())
                .put("path", String.join(" > ", escalation.path()))
                .put("ticket_severity", escalation.severity().name())
                .put("plan", escalation.planTier().name())
                .put("note", escalation.note());
        return payload;
    }

    private static String severity(RiskLevel risk) {
        return switch (risk) {
            case CRITICAL -> "critical";
            case VERY_HIGH, HIGH -> "error";
            case MODERATE -> "warning";
            case LOW -> "info";
        };
    }

    @Override
    public int concurrency() {
        return 4;
    }
}
