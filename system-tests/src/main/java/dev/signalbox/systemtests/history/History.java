package dev.signalbox.systemtests.history;

import dev.signalbox.contracts.Topic;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that is known of a run when it is over.
 *
 * @param accepted in the order in which it was accepted
 * @param capacities each agent's soft capacity
 * @param records every record of the topics that Signalbox writes, for each partition in the order of its offsets
 * @param hooked every webhook that came to the receiver, in its order
 * @param quietAt from here on nothing was accepted or decided any more
 */
public record History(
        List<Accepted> accepted,
        Map<String, Integer> capacities,
        List<Said<?>> records,
        List<Hooked> hooked,
        Instant quietAt) {

    public History {
        accepted = List.copyOf(accepted);
        capacities = Map.copyOf(capacities);
        records = List.copyOf(records);
        hooked = List.copyOf(hooked);
    }

    /** All records of a topic whose content is of that type. */
    @SuppressWarnings("unchecked") // the content is asked for its type
    public <T> List<Said<T>> of(Topic topic, Class<T> type) {
        return records.stream()
                .filter(said -> said.topic() == topic && type.isInstance(said.content()))
                .map(said -> (Said<T>) said)
                .toList();
    }

    /** The first occurrences on a topic by key: what a consumer sees that ignores what it has seen. */
    public <T> Map<String, List<Said<T>>> firsts(Topic topic, Class<T> type) {
        return of(topic, type).stream()
                .collect(Collectors.toMap(Said::id, said -> said, (first, repeated) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .collect(Collectors.groupingBy(Said::key, LinkedHashMap::new, Collectors.toList()));
    }
}
