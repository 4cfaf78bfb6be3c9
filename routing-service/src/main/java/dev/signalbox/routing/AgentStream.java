package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Json;
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

/** Reference data of HR: who may be given work. A tombstone removes an agent. */
@ApplicationScoped
public class AgentStream {

    private final Transactions transactions;
    private final Dispatch dispatch;
    private final Agents agents;

    AgentStream(Transactions transactions, Dispatch dispatch, Agents agents) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.agents = agents;
    }

    @Incoming("agents")
    public Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this::register);
    }

    private Uni<Void> register(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Registration> newest = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Registration registration = read(record);
            newest.put(registration.agentId(), registration);
        }
        return dispatch.lock(work)
                .chain(() -> agents.register(work, List.copyOf(newest.values())))
                .chain(() -> dispatch.lookAround(work, Map.of()))
                .replaceWithVoid();
    }

    private static Registration read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.key().isBlank()) {
            throw new UnreadableRecord("NO_KEY", "The key must be the agent's id.", null);
        }
        if (record.value() == null) {
            return new Registration(record.key(), null, record.offset());
        }
        AgentProfile profile = Json.decode(record.value(), AgentProfile.class);
        AgentRules.faults(profile, record.key()).stream().findFirst().ifPresent(fault -> {
            throw new UnreadableRecord(
                    "NOT_AN_AGENT",
                    "The field " + fault.pointer() + " " + fault.problem() + "; allowed: " + fault.allowed() + ".",
                    null);
        });
        return new Registration(record.key(), profile, record.offset());
    }
}
