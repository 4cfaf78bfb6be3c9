package dev.signalbox.escalation.delivery.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Escalation;

/** Slack incoming webhook: Block Kit within its limits; the URL is the secret. Takes about one message per second. */
final class Slack implements Sink {

    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_FIELD = 2_000;
    private static final int LONGEST_LINK = 3_000;
    private static final int LONGEST_BUTTON = 75;

    @Override
    public boolean hears(Escalation change) {
        return true;
    }

    @Override
    public void require(Target target) {
        if (!target.secrets().isEmpty()) {
            throw new IllegalArgumentException("no secrets are needed: the URL is the secret");
        }
    }

    @Override
    public Message message(Target target, Notice notice) {
        Escalation escalation = notice.escalation();
        String title = Words.sentence(escalation.change()) + ": " + Words.sentence(escalation.trigger()) + " of "
                + escalation.ticketId();
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("text", escaped(title + ". " + escalation.reason(), LONGEST_SECTION));
        ArrayNode blocks = message.putArray("blocks");
        text(
                blocks.addObject().put("type", "header").putObject("text"),
                "plain_text",
                Words.cut(title, LONGEST_HEADER));
        ObjectNode section = blocks.addObject().put("type", "section");
        text(section.putObject("text"), "mrkdwn", escaped(said(escalation), LONGEST_SECTION));
        ArrayNode fields = section.putArray("fields");
        field(fields, "Told now", escalation.owner() == null ? "nobody" : escalation.owner());
        field(fields, "Level", escalation.level() + " of " + escalation.path().size());
        field(fields, "Risk", Words.sentence(escalation.risk()));
        field(fields, "Severity", escalation.severity().name());
        field(fields, "Account", escalation.accountId() == null ? "unknown" : escalation.accountId());
        field(fields, "Plan", Words.sentence(escalation.planTier()));
        context(blocks, escalation);
        button(blocks, escalation);
        return Message.of(target.url(), message);
    }

    private static String said(Escalation escalation) {
        String summary = escalation.summary() == null ? "" : "\n" + escalation.summary();
        String note = escalation.note() == null
                ? ""
                : "\n" + (escalation.by() == null ? "" : escalation.by() + ": ") + escalation.note();
        return escalation.reason() + summary + note;
    }

    private static void field(ArrayNode fields, String name, String value) {
        text(fields.addObject(), "mrkdwn", "*" + name + "*\n" + escaped(value, LONGEST_FIELD - 50));
    }

    private static void context(ArrayNode blocks, Escalation escalation) {
        String words = Words.sentence(escalation.state()) + " since " + escalation.openedAt() + ", escalation "
                + escalation.id();
        text(
                blocks.addObject().put("type", "context").putArray("elements").addObject(),
                "mrkdwn",
                escaped(words, LONGEST_FIELD));
    }

    private static void button(ArrayNode blocks, Escalation escalation) {
        String link = Words.link(escalation, LONGEST_LINK);
        if (link != null) {
            ObjectNode button = blocks.addObject()
                    .put("type", "actions")
                    .putArray("elements")
                    .addObject()
                    .put("type", "button")
                    .put("url", link);
            text(button.putObject("text"), "plain_text", Words.cut("Open the ticket", LONGEST_BUTTON));
        }
    }

    private static void text(ObjectNode object, String type, String text) {
        object.put("type", type).put("text", text);
    }

    /** So that nothing a customer writes becomes a link or calls a channel; the limit counts what is sent. */
    private static String escaped(String text, int longest) {
        StringBuilder escaped = new StringBuilder();
        for (int point : Words.cut(text, longest).codePoints().toArray()) {
            String next = escaped(point);
            if (escaped.length() + next.length() > longest) {
                break;
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
        };
    }

    /** 403, 404 and 410 say that the hook or its channel is gone. */
    @Override
    public Verdict verdict(int status) {
        return status == 403 || status == 404 || status == 410 ? Verdict.GONE : Sink.super.verdict(status);
    }

    @Override
    public int concurrency() {
        return 1;
    }
}
