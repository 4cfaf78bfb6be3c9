package dev.signalbox.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a service does with a batch when a part of it takes long and needs no lock: that part comes first, outside of any
 * transaction.
 *
 * @param <P> what was prepared
 */
public interface PreparedDecision<P> {

    /**
     * Prepares the decision on records; holds no lock. May be called again with the same records or a part of them.
     *
     * @throws dev.signalbox.contracts.UnreadableRecord if a record can never be processed
     */
    Uni<P> prepare(List<ConsumerRecord<String, byte[]>> records);

    /**
     * Decides on the prepared records in the order in which they were read, in a new transaction. What was prepared may be
     * out of date: only what this reads under its locks is certain.
     */
    Uni<Void> decide(UnitOfWork work, P prepared);
}
