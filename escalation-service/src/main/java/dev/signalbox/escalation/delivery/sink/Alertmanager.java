package dev.signalbox.escalation.delivery.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Escalation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Alertmanager v2. Labels are the identity of an alert, so only what never changes in an escalation is one; everything
 * else is an annotation.
 */
final class Alertmanager implements Sink {

    private static final String PATH = "/api/v2/alerts";

    /** Without an end an alert would be taken for resolved a few minutes after it was last sent. */
    private static final Duration FOR_AS_LONG_AS_IT_TAKES = Duration.ofDays(365);

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINK = 2_000;

    @Override
    public boolean hears(Escalation change) {
        return true;
    }

    @Override
    public void require(Target target) {
        if (target.secrets().size() > 1) {
            throw new IllegalArgumentException("one secret at most: the bearer token");
        }
    }

    @Override
    public Message message(Target target, Notice notice) {
        ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
        alerts.add(alert(notice.escalation()));
        Message message = Message.of(withPath(target.url()), alerts);
        if (target.secrets().isEmpty()) {
            return message;
        }
        Map<String, String> headers = new HashMap<>(message.headers());
        headers.put("Authorization", "Bearer " + target.secrets().get(0));
        return new Message(message.url(), headers, message.body());
    }

    private static ObjectNode alert(Escalation escalation) {
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        alert.putObject("labels")
                .put("alertname", "SignalboxEscalation")
                .put("escalation", escalation.id())
                .put("ticket", escalation.ticketId())
                .put("trigger", escalation.trigger().name())
                .put("type", escalation.type().name())
                .put("severity", escalation.risk().name().toLowerCase(Locale.ROOT));
        ObjectNode annotations = alert.putObject("annotations")
                .put("summary", Words.cut(Words.line(escalation), LONGEST_TEXT))
                .put("change", escalation.change().name())
                .put("state", escalation.state().name())
                .put("level", Integer.toString(escalation.level()))
                .put("path", String.join(" > ", escalation.path()))
                .put("plan", escalation.planTier().name())
                .put("ticket_severity", escalation.severity().name());
        putIfKnown(annotations, "owner", escalation.owner());
        putIfKnown(annotations, "account", escalation.accountId());
        putIfKnown(annotations, "by", escalation.by());
        putIfKnown(annotations, "note", escalation.note());
        Instant end = isOver(escalation) ? escalation.at() : escalation.at().plus(FOR_AS_LONG_AS_IT_TAKES);
        alert.put("startsAt", escalation.openedAt().toString()).put("endsAt", end.toString());
        putIfKnown(alert, "generatorURL", Words.link(escalation, LONGEST_LINK));
        return alert;
    }

    private static void putIfKnown(ObjectNode object, String name, String value) {
        if (value != null) {
            object.put(name, Words.cut(value, LONGEST_TEXT));
        }
    }

    /** By its state: after the end a rating may still restate the quality score. */
    private static boolean isOver(Escalation escalation) {
        return switch (escalation.state()) {
            case RESOLVED, CANCELLED -> true;
            case OPEN, ACKNOWLEDGED, IN_PROGRESS -> false;
        };
    }

    private static URI withPath(URI url) {
        String text = url.toString();
        return text.endsWith(PATH)
                ? url
                : URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + PATH);
    }

    @Override
    public int concurrency() {
        return 4;
    }
}
