package dev.signalbox.intake;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.outbox.EventPublisher;
import dev.signalbox.outbox.Quarantine;
import dev.signalbox.outbox.StreamMetrics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The first hop of a ticket's way: what helpdesks say, in their words, becomes tickets and activity in ours. Keeps no
 * state: a record read twice gives the same events. A batch is acknowledged when Kafka has acknowledged all of them.
 */
@ApplicationScoped
public class HelpdeskStream {

    private static final Logger LOG = Logger.getLogger(HelpdeskStream.class);

    /** A little less than the topics take, for key and headers. */
    private static final int LARGEST_EVENT = 1_000_000;

    private static final int LARGEST_QUARANTINED = 6_200_000;

    private final HelpdeskReader reader;
    private final EventPublisher publisher;
    private final Quarantine quarantine;
    private final StreamMetrics metrics;
    private final Outcomes outcomes;

    HelpdeskStream(
            HelpdeskReader reader,
            EventPublisher publisher,
            Quarantine quarantine,
            StreamMetrics metrics,
            Outcomes outcomes) {
        this.reader = reader;
        this.publisher = publisher;
        this.quarantine = quarantine;
        this.metrics = metrics;
        this.outcomes = outcomes;
    }

    @Incoming("helpdesk")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        List<Runnable> counts = new ArrayList<>();
        Uni<Void> processing = Uni.createFrom()
                .item(() -> events(records, counts))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(publisher::publish)
                .invoke(() -> counts.forEach(Runnable::run));
        return metrics.timing(records, processing);
    }

    private List<Event> events(List<ConsumerRecord<String, byte[]>> records, List<Runnable> counts) {
        List<Event> events = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            Instant receivedAt = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
            HelpdeskReader.Result result = reader.read(record.headers(), record.value(), receivedAt);
            String trace = trace(record);
            boolean setAside = false;
            for (Reading part : result.reading().parts()) {
                Event event = event(part);
                Reading counted = part;
                if (event != null && event.value() != null && event.value().length > LARGEST_EVENT) {
                    counted = Reading.refused("TOO_LARGE", "What this record comes to is larger than 1 MB.");
                    event = null;
                }
                if (event != null) {
                    events.add(event.within(trace));
                } else if (counted instanceof Reading.Refused refused && !setAside) {
                    events.add(setAside(record, refused.reason(), receivedAt).within(trace));
                    setAside = true;
                }
                Reading outcome = counted;
                counts.add(() -> outcomes.count(result.source(), outcome));
            }
        }
        return events;
    }

    private static @Nullable Event event(Reading part) {
        if (part instanceof Reading.TicketTold told) {
            return Publication.of(told.ticket());
        }
        return part instanceof Reading.ActivityTold told ? Publication.of(told.activity()) : null;
    }

    private Event setAside(ConsumerRecord<String, byte[]> record, Quarantined.Reason reason, Instant at) {
        LOG.warnf(
                "quarantined topic=%s partition=%d offset=%d code=%s",
                record.topic(), record.partition(), record.offset(), reason.code());
        Event whole = quarantine.of(record, reason, at);
        if (whole.value() == null || whole.value().length <= LARGEST_QUARANTINED) {
            return whole;
        }
        record.headers().forEach(header -> {
            if (!header.key().startsWith("source")) {
                record.headers().remove(header.key());
            }
        });
        return quarantine.of(record, reason, at);
    }

    private static @Nullable String trace(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("traceparent");
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }
}
