package dev.signalbox.routing;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A ticket's way through routing: everything that is told about tickets, one transaction for each batch. */
@ApplicationScoped
public class RoutingStream {

    private final Transactions transactions;
    private final Dispatch dispatch;

    RoutingStream(Transactions transactions, Dispatch dispatch) {
        this.transactions = transactions;
        this.dispatch = dispatch;
    }

    @Incoming("tickets")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this::decide);
    }

    private Uni<Void> decide(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Dispatch.Change> told = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Told one = read(record);
            ((News) told.computeIfAbsent(one.ticketId(), ticketId -> new News())).add(one);
        }
        return dispatch.lock(work).chain(() -> dispatch.decide(work, told)).replaceWithVoid();
    }

    private static Told read(ConsumerRecord<String, byte[]> record) {
        return switch (Topic.named(record.topic())) {
            case TICKETS_SCORED -> scored(Json.decode(record.value(), CaseFile.class));
            case TICKETS_ACTIVITY -> Told.activity(Json.decode(record.value(), Activity.class));
            case SLA_ACTIONS -> Told.action(Json.decode(record.value(), SlaAction.class));
            case SLA_CLOCKS -> Told.clock(Json.decode(record.value(), ClockChange.class));
            case ESCALATIONS -> Told.escalation(Json.decode(record.value(), Escalation.class));
            default -> throw new UnreadableRecord("NOT_FOR_ROUTING", "Routing does not read " + record.topic(), null);
        };
    }

    private static Told scored(CaseFile file) {
        if (file.score() == null || file.sla() == null) {
            throw new UnreadableRecord("NOT_SCORED", "A case file needs the sections score and sla.", null);
        }
        return Told.scored(file);
    }
}
