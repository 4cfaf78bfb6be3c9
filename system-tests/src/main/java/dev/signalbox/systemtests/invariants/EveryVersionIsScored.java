package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import dev.signalbox.systemtests.history.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code tickets.enriched} and {@code tickets.scored} have the same versions of the same tickets. */
final class EveryVersionIsScored implements Invariant {

    private record Key(String ticketId, long version) {}

    @Override
    public String violation() {
        return "versions lost between enriched and scored";
    }

    @Override
    public void check(History history, Violations violations) {
        Set<Key> enriched = versions(history, Topic.TICKETS_ENRICHED);
        Set<Key> scored = versions(history, Topic.TICKETS_SCORED);
        missing(enriched, scored).forEach(key -> violations.add(key + " is enriched only"));
        missing(scored, enriched).forEach(key -> violations.add(key + " is scored only"));
    }

    private static Set<Key> versions(History history, Topic topic) {
        return history.of(topic, Version.class).stream()
                .map((Said<Version> said) -> new Key(said.key(), said.content().version()))
                .collect(Collectors.toSet());
    }

    private static Set<Key> missing(Set<Key> there, Set<Key> here) {
        Set<Key> difference = new HashSet<>(there);
        difference.removeAll(here);
        return difference;
    }
}
