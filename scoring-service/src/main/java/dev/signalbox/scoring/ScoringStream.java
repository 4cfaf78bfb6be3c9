package dev.signalbox.scoring;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Quarantined.Reason;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.edge.Fault;
import dev.signalbox.outbox.EventPublisher;
import dev.signalbox.outbox.Quarantine;
import dev.signalbox.outbox.StreamMetrics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * From {@code tickets.enriched} to {@code tickets.scored}: a pure function of the record and the policy it names, so a
 * repetition has the same id and the same content. Order per ticket is kept.
 */
@ApplicationScoped
public class ScoringStream {

    private static final Logger LOG = Logger.getLogger(ScoringStream.class);

    // headers and framing need some room below what the broker takes
    private static final int MAX_BYTES = Topic.TICKETS_SCORED.maxMessageBytes() - 8 * 1024;

    private final ScoringPolicies policies;
    private final EventPublisher publisher;
    private final Quarantine quarantine;
    private final StreamMetrics streamMetrics;
    private final DecisionMetrics decisionMetrics;
    private final ShadowDecisions shadow;

    ScoringStream(
            ScoringPolicies policies,
            EventPublisher publisher,
            Quarantine quarantine,
            StreamMetrics streamMetrics,
            DecisionMetrics decisionMetrics,
            ShadowDecisions shadow) {
        this.policies = policies;
        this.publisher = publisher;
        this.quarantine = quarantine;
        this.streamMetrics = streamMetrics;
        this.decisionMetrics = decisionMetrics;
        this.shadow = shadow;
    }

    @Incoming("enriched")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        List<Input> inputs = records.stream().map(ScoringStream::read).toList();
        Set<String> hashes = inputs.stream()
                .filter(Input::isReadable)
                .map(input -> input.enriched().policyVersion())
                .collect(Collectors.toSet());
        Uni<Void> published = policies.named(hashes)
                .map(scorings -> inputs.stream()
                        .flatMap(input -> decide(input, scorings).stream())
                        .toList())
                .chain(publisher::publish);
        return streamMetrics.timing(records, published);
    }

    /** A record that was read: either the case or the reason why there is none. */
    private record Input(ConsumerRecord<String, byte[]> record, CaseFile enriched, Reason trouble) {

        boolean isReadable() {
            return trouble == null;
        }
    }

    private static Input read(ConsumerRecord<String, byte[]> record) {
        try {
            CaseFile enriched = Json.decode(record.value(), CaseFile.class);
            List<Fault> faults = CaseFaults.of(enriched);
            return new Input(record, enriched, faults.isEmpty() ? null : CaseFaults.reason(faults));
        } catch (UnreadableRecord unreadable) {
            return new Input(record, null, unreadable.reason());
        }
    }

    private List<Event> decide(Input input, Map<String, CaseScoring> scorings) {
        if (!input.isReadable()) {
            return List.of(setAside(input.record(), input.trouble()));
        }
        try {
            CaseFile enriched = input.enriched();
            CaseFile scored = scorings.get(enriched.policyVersion()).scored(enriched);
            Event event = Event.sequenced(
                    Topic.TICKETS_SCORED, scored.ticket().id(), scored.version(), scored.asOf(), scored);
            if (event.value().length > MAX_BYTES) {
                return List.of(setAside(
                        input.record(), new Reason("TOO_LARGE", "With its score it exceeds " + MAX_BYTES + " bytes.")));
            }
            decisionMetrics.count(scored);
            String trace = traceparent(input.record());
            return Stream.concat(Stream.of(event), shadow.of(scored).stream())
                    .map(each -> each.within(trace))
                    .toList();
        } catch (RuntimeException bug) {
            // one record that we cannot handle must not hold up all others
            LOG.errorf(
                    bug,
                    "set aside partition=%d offset=%d",
                    input.record().partition(),
                    input.record().offset());
            return List.of(setAside(
                    input.record(),
                    new Reason(
                            "UNEXPECTED",
                            "Scoring failed with " + bug.getClass().getSimpleName() + ".")));
        }
    }

    private Event setAside(ConsumerRecord<String, byte[]> record, Reason reason) {
        decisionMetrics.countQuarantined(reason.code());
        // the record's own time, so that a repetition has the same content
        return quarantine.of(record, reason, Instant.ofEpochMilli(record.timestamp()));
    }

    private static String traceparent(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("traceparent");
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
