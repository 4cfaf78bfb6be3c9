package dev.signalbox.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with a batch: load, decide, keep, say. */
@FunctionalInterface
public interface BatchDecision {

    /**
     * Decides on records in the order in which they were read. May be called again with the same records or a part of
     * them, always in a new transaction, so it must keep nothing outside the unit of work.
     *
     * @throws dev.signalbox.contracts.UnreadableRecord if a record can never be processed
     */
    Uni<Void> decide(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records);
}
