package dev.signalbox.intake.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import java.util.Objects;

/** A message of a messaging ticket: only the ticket's id comes with it, and the actor says who wrote. */
final class ChatMessage {

    private final Delivery delivery;
    private final EventFacts facts;

    ChatMessage(Delivery delivery, EventFacts facts) {
        this.delivery = delivery;
        this.facts = facts;
    }

    Reading told() {
        JsonNode actor = facts.event().path("actor");
        JsonNode message = facts.event().path("message");
        String actorId = Fields.text(actor, "id");
        String type = Objects.requireNonNullElse(Fields.word(actor, "type"), "");
        if (type.equals("system") || type.contains("bot") || actorId != null && actorId.startsWith("zd:")) {
            return Reading.skipped(Skip.BOT);
        }
        boolean agent = type.equals("agent") || type.equals("business") || type.equals("staff");
        String id = Fields.text(message, "id");
        String ticket = Fields.required(
                Fields.id(facts.ticket(), "id"), "NO_TICKET_ID", "A Zendesk event must have 'detail.id'.");
        return new ActivityDraft(
                        delivery,
                        ticket,
                        agent ? ActivityKind.AGENT_REPLIED : ActivityKind.CUSTOMER_REPLIED,
                        id == null ? Objects.requireNonNullElseGet(facts.id(), delivery::eventId) : "message:" + id,
                        facts.at())
                .by(agent ? Actor.Kind.AGENT : Actor.Kind.CUSTOMER, actorId, null)
                .message(PlainText.of(Fields.rawText(message, "body", "text")), id)
                .told();
    }
}
