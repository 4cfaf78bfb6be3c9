package dev.signalbox.outbox;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The outbox table: written in the transaction that decides, read and emptied by the {@link Relay}. */
final class Outbox {

    /** A key's events stay in one shard, and a shard has one relay at a time. */
    static final int SHARDS = 16;

    /** Room for headers and record framing below the broker's limit. */
    private static final int FRAMING_BYTES = 16 * 1024;

    private static final String APPEND = """
            insert into outbox (shard, topic, key, event_id, sequence, event_time, value, traceparent)
            select shard, topic, key, event_id, sequence, event_time, value, traceparent
            from unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[], $7::text[],
                        $8::text[]) with ordinality
                 as e (shard, topic, key, event_id, sequence, event_time, value, traceparent, position)
            order by position""";

    private Outbox() {}

    static Uni<Void> append(UnitOfWork work, List<Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        events.forEach(Outbox::requireThatItFits);
        Tuple columns = Tuple.tuple()
                .addArrayOfShort(column(events, e -> (short) shard(e.key()), Short[]::new))
                .addArrayOfString(column(events, e -> e.topic().topicName(), String[]::new))
                .addArrayOfString(column(events, Event::key, String[]::new))
                .addArrayOfString(column(events, Event::id, String[]::new))
                .addArrayOfLong(column(events, Event::sequence, Long[]::new))
                .addArrayOfOffsetDateTime(column(events, e -> e.time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(column(events, Outbox::text, String[]::new))
                .addArrayOfString(column(events, Event::traceparent, String[]::new));
        return work.query(APPEND, columns).replaceWithVoid();
    }

    /** An entry of the outbox as the relay reads it. */
    record Entry(long id, Event event) {}

    static List<Entry> entries(RowSet<Row> rows) {
        List<Entry> entries = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String value = row.getString("value");
            entries.add(new Entry(
                    row.getLong("id"),
                    new Event(
                            Topic.named(row.getString("topic")),
                            row.getString("key"),
                            row.getString("event_id"),
                            row.getLong("sequence"),
                            row.getOffsetDateTime("event_time").toInstant(),
                            value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                            row.getString("traceparent"))));
        }
        return entries;
    }

    private static int shard(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }

    private static String text(Event event) {
        return event.value() == null ? null : new String(event.value(), StandardCharsets.UTF_8);
    }

    private static void requireThatItFits(Event event) {
        int limit = event.topic().maxMessageBytes() - FRAMING_BYTES;
        if (event.value() != null && event.value().length > limit) {
            throw new UnreadableRecord(
                    "TOO_LARGE",
                    "What follows from this record has " + event.value().length + " bytes; "
                            + event.topic().topicName() + " takes " + limit + ".",
                    null);
        }
    }

    private static <T> T[] column(
            List<Event> events,
            java.util.function.Function<Event, T> field,
            java.util.function.IntFunction<T[]> array) {
        return events.stream().map(field).toArray(array);
    }
}
