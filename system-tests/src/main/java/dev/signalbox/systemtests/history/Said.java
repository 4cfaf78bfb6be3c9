package dev.signalbox.systemtests.history;

import dev.signalbox.contracts.Topic;

/**
 * A record as it lay on a topic, without the bulk of its value.
 *
 * @param key ticket id, on {@code agents.activity} the agent's id
 * @param id {@code ce_id}
 * @param sequence what the value says: {@code sequence}, on {@code tickets.enriched} and {@code tickets.scored}
 *     {@code version}; 0 for facts, which have none
 * @param sequenceHeader {@code ce_sequence}, 0 where absent
 * @param digest the same for the same bytes
 * @param afterReset read at an offset that did not exist when the consumer groups were set back to the beginning
 * @param content what the invariants look at
 */
public record Said<T>(
        Topic topic,
        int partition,
        long offset,
        String key,
        String id,
        long sequence,
        long sequenceHeader,
        String digest,
        boolean afterReset,
        T content) {

    /** For a person who wants to look: topic, partition, offset and key. */
    public String place() {
        return topic.topicName() + "/" + partition + "@" + offset + " " + key;
    }
}
