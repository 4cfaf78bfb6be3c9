package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Topics of a synthetic run: numbers what is said, and repeats some of it as a relay does after a crash. */
final class Recorder {

    private static final double REPEATED = 0.05;

    private record Row(Topic topic, String key) {}

    private record Partition(Topic topic, int number) {}

    private final Random random;
    private final List<Said<?>> records = new ArrayList<>();
    private final Map<Row, Long> sequences = new HashMap<>();
    private final Map<Partition, Long> offsets = new HashMap<>();

    Recorder(Random random) {
        this.random = random;
    }

    long next(Topic topic, String key) {
        return sequences.merge(new Row(topic, key), 1L, Long::sum);
    }

    /** @param sequence from {@link #next} */
    <T> void say(Topic topic, String key, long sequence, T content) {
        append(topic, key, EventIds.of(topic, key, sequence), sequence, content, false);
        repeatSome(false, REPEATED);
    }

    <T> void sayFact(Topic topic, String key, String id, T content) {
        append(topic, key, id, 0, content, false);
    }

    /** What reading everything once more leads to. */
    void repeatAfterReset() {
        repeatSome(true, records.size() * REPEATED);
    }

    List<Said<?>> records() {
        return records;
    }

    private void repeatSome(boolean afterReset, double expected) {
        int times = (int) expected + (random.nextDouble() < expected % 1 ? 1 : 0);
        for (int i = 0; i < times; i++) {
            Said<?> first = records.get(random.nextInt(records.size()));
            append(first.topic(), first.key(), first.id(), first.sequence(), first.content(), afterReset);
        }
    }

    private <T> void append(Topic topic, String key, String id, long sequence, T content, boolean afterReset) {
        int partition = Math.floorMod(key.hashCode(), topic.partitions());
        long offset = offsets.merge(new Partition(topic, partition), 1L, Long::sum) - 1;
        String digest = id + content;
        records.add(new Said<>(topic, partition, offset, key, id, sequence, sequence, digest, afterReset, content));
    }
}
