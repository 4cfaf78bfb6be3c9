package dev.signalbox.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.escalation.Fact;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The ticket's way: what was scored, routed, watched and done about it, in whatever order it comes. */
@ApplicationScoped
class EscalationStream {

    private final Transactions transactions;
    private final EscalationDesk desk;

    EscalationStream(Transactions transactions, EscalationDesk desk) {
        this.transactions = transactions;
        this.desk = desk;
    }

    @Incoming("tickets")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this::decide);
    }

    private Uni<Void> decide(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Fact>> news = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Fact fact = read(record);
            news.computeIfAbsent(fact.ticketId(), unseen -> new ArrayList<>()).add(fact);
        }
        return desk.take(work, news).replaceWithVoid();
    }

    private static Fact read(ConsumerRecord<String, byte[]> record) {
        return switch (Topic.named(record.topic())) {
            case TICKETS_SCORED -> new Fact.Scored(Json.decode(record.value(), CaseFile.class));
            case TICKETS_ROUTED -> new Fact.Routed(Json.decode(record.value(), CaseFile.class));
            case SLA_ACTIONS -> new Fact.Watched(Json.decode(record.value(), SlaAction.class));
            case TICKETS_ACTIVITY -> new Fact.Happened(Json.decode(record.value(), Activity.class));
            default -> throw new IllegalArgumentException("Nobody asked for " + record.topic());
        };
    }
}
