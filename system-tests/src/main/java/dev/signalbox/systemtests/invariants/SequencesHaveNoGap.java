package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * For each key of a topic with {@code sequence} or {@code version}, the first occurrences are 1, 2, 3 ... in the order
 * of the topic, in one partition, under the id that belongs to the number.
 */
final class SequencesHaveNoGap implements Invariant {

    static final Set<Topic> SEQUENCED = Set.of(
            Topic.TICKETS_ENRICHED,
            Topic.TICKETS_SCORED,
            Topic.TICKETS_ROUTED,
            Topic.SLA_TIMERS,
            Topic.SLA_CLOCKS,
            Topic.SLA_ACTIONS,
            Topic.ESCALATIONS,
            Topic.REVIEWS,
            Topic.AGENTS_ACTIVITY);

    private record Row(Topic topic, String key) {}

    private record Last(int partition, long sequence) {}

    @Override
    public String violation() {
        return "gaps or disorder in sequence or version";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<Row, Last> lasts = new HashMap<>();
        for (Said<?> said : history.records()) {
            if (SEQUENCED.contains(said.topic())) {
                Row row = new Row(said.topic(), said.key());
                Last last = lasts.getOrDefault(row, new Last(said.partition(), 0));
                check(said, last, violations);
                lasts.put(row, new Last(last.partition(), Math.max(last.sequence(), said.sequence())));
            }
        }
    }

    private static void check(Said<?> said, Last last, Violations violations) {
        if (said.partition() != last.partition()) {
            violations.add(said.place() + " lies in another partition than " + last.partition());
        } else if (said.sequence() > last.sequence() + 1) {
            violations.add(said.place() + " has " + said.sequence() + " after " + last.sequence());
        } else if (said.sequence() != said.sequenceHeader()) {
            violations.add(said.place() + " has " + said.sequence() + " but says " + said.sequenceHeader());
        } else if (!said.id().equals(EventIds.of(said.topic(), said.key(), said.sequence()))) {
            violations.add(said.place() + " has the id of another event");
        }
    }
}
