package dev.signalbox.intake.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import java.util.List;

/** A satisfaction rating of the REST API: seven steps from -103 over 100 (neutral) to 103. */
final class Satisfaction {

    private static final List<Integer> STEPS = List.of(-103, -102, -101, 100, 101, 102, 103);

    private Satisfaction() {}

    static Reading read(Delivery delivery) {
        JsonNode rating = delivery.payload();
        int step = STEPS.indexOf(rating.path("ratings").path("default_question").asInt());
        if (step < 0) {
            return Reading.skipped(Skip.NOTHING_FOR_US);
        }
        String ticket = Fields.required(
                Fields.id(rating, "ticket_id"), "NO_TICKET_ID", "A Freshdesk rating must have 'ticket_id'.");
        String id = Fields.text(rating, "id");
        return new ActivityDraft(
                        delivery,
                        ticket,
                        ActivityKind.RATED,
                        id == null ? delivery.eventId() : "rating:" + id,
                        Moments.any(rating, "created_at"))
                .by(Actor.Kind.CUSTOMER, Fields.id(rating, "user_id"), null)
                .message(PlainText.ofHtml(Fields.rawText(rating, "feedback")), null)
                .rating(Math.round(step * 100f / (STEPS.size() - 1)))
                .told();
    }
}
