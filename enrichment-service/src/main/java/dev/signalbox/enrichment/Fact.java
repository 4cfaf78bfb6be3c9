package dev.signalbox.enrichment;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.enrichment.cases.CaseFold;
import dev.signalbox.enrichment.cases.CaseState.Waiting;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record of the ticket's way. */
sealed interface Fact {

    String ticketId();

    void fold(CaseFold fold);

    /**
     * Reads a record of {@code tickets.raw}, {@code tickets.activity} or {@code reviews}.
     *
     * @throws UnreadableRecord if it is not as agreed
     */
    static Fact read(ConsumerRecord<String, byte[]> record) {
        return switch (Topic.named(record.topic())) {
            case TICKETS_RAW -> new Snapshot(check(Json.decode(record.value(), Ticket.class)));
            case TICKETS_ACTIVITY -> new Happened(check(Json.decode(record.value(), Activity.class)), waiting(record));
            case REVIEWS -> new Reviewed(check(Json.decode(record.value(), Review.class)));
            default -> throw new IllegalArgumentException("No fact of a ticket comes on " + record.topic());
        };
    }

    /** What the helpdesk said of the whole ticket. */
    record Snapshot(Ticket ticket) implements Fact {
        @Override
        public String ticketId() {
            return ticket.id();
        }

        @Override
        public void fold(CaseFold fold) {
            fold.snapshot(ticket);
        }
    }

    /** Something happened to it. */
    record Happened(Activity activity, Waiting record) implements Fact {
        @Override
        public String ticketId() {
            return activity.ticketId();
        }

        @Override
        public void fold(CaseFold fold) {
            fold.activity(
                    activity,
                    new Waiting(
                            activity.activityId(),
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            record.payload()));
        }
    }

    /** A person corrected it. */
    record Reviewed(Review review) implements Fact {
        @Override
        public String ticketId() {
            return review.ticketId();
        }

        @Override
        public void fold(CaseFold fold) {
            fold.review(review);
        }
    }

    private static Waiting waiting(ConsumerRecord<String, byte[]> record) {
        return new Waiting(
                "",
                record.topic(),
                record.partition(),
                record.offset(),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    private static Ticket check(Ticket ticket) {
        require("/id", ticket.id());
        require("/source", ticket.source());
        require("/eventId", ticket.eventId());
        require("/channel", ticket.channel());
        require("/status", ticket.status());
        require("/createdAt", ticket.createdAt());
        require("/updatedAt", ticket.updatedAt());
        return ticket;
    }

    private static Activity check(Activity activity) {
        require("/ticketId", activity.ticketId());
        require("/activityId", activity.activityId());
        require("/at", activity.at());
        require("/kind", activity.kind());
        return activity;
    }

    private static Review check(Review review) {
        require("/ticketId", review.ticketId());
        require("/at", review.at());
        if (review.sequence() < 1) {
            throw new UnreadableRecord("NOT_THE_CONTRACT", "The field /sequence must be 1 or more.", null);
        }
        return review;
    }

    private static void require(String pointer, Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new UnreadableRecord("NOT_THE_CONTRACT", "The field " + pointer + " is missing.", null);
        }
    }
}
