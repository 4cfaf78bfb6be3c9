package dev.signalbox.systemtests.stillness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of the services. */
public final class Groups implements AutoCloseable {

    private final Admin admin;
    private final Set<String> ignored;

    /** @param ignored groups that do not belong to Signalbox */
    public Groups(String bootstrapServers, Set<String> ignored) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.ignored = Set.copyOf(ignored);
    }

    /** Records that each group still has to read; groups that have read everything are left out. */
    public Map<String, Long> lags() throws ExecutionException, InterruptedException {
        Map<String, Long> lags = new TreeMap<>();
        for (String group : names()) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
            Map<TopicPartition, Long> ends = offsets(committed.keySet(), OffsetSpec.latest());
            long lag = committed.entrySet().stream()
                    .mapToLong(c -> ends.get(c.getKey()) - c.getValue().offset())
                    .sum();
            if (lag != 0) {
                lags.put(group, lag);
            }
        }
        return lags;
    }

    /** Sets every group back to the earliest offset of all its partitions; nobody may be reading. */
    public List<String> reset() throws ExecutionException, InterruptedException {
        List<String> names = names();
        for (String group : names) {
            Map<TopicPartition, OffsetAndMetadata> earliest = new HashMap<>();
            offsets(committed(group).keySet(), OffsetSpec.earliest())
                    .forEach((partition, offset) -> earliest.put(partition, new OffsetAndMetadata(offset)));
            admin.alterConsumerGroupOffsets(group, earliest).all().get();
        }
        return names;
    }

    /** Where every partition of those topics ends now. */
    public Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return offsets(partitions, OffsetSpec.latest());
    }

    private List<String> names() throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> !ignored.contains(group))
                .sorted()
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(offset -> offset.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin.listOffsets(question).all().get();
        return answer.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
