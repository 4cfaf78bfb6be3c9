package dev.signalbox.escalation.delivery;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import dev.signalbox.escalation.delivery.sink.Notice;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * One event that one endpoint has to be told, claimed for an attempt.
 *
 * @param attempt counts from 1; also says whether the claim is still ours
 * @param ends the escalation's last word, which is never given up
 */
record Delivery(long id, String eventId, int attempt, boolean ends, String body, Instant createdAt) {

    static Delivery of(Row row) {
        return new Delivery(
                row.getLong("id"),
                row.getString("event_id"),
                row.getInteger("attempts"),
                row.getBoolean("ends"),
                row.getString("body"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    Notice notice(Instant now) {
        return new Notice(eventId, Json.decode(body, Escalation.class), now);
    }
}
