package dev.signalbox.watchdog;

import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Json;
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

/** Follows who is online: a ticket whose owner has gone is reassigned, not warned about (I19). */
@ApplicationScoped
class PresenceStream {

    private final Transactions transactions;
    private final Presences presences;

    PresenceStream(Transactions transactions, Presences presences) {
        this.transactions = transactions;
        this.presences = presences;
    }

    @Incoming("agents")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this::keep);
    }

    private Uni<Void> keep(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        Map<String, AgentActivity> latest = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            AgentActivity said = Json.decode(record.value(), AgentActivity.class);
            latest.merge(said.agentId(), said, (one, other) -> one.sequence() > other.sequence() ? one : other);
        }
        return presences.keep(work, latest.values());
    }
}
