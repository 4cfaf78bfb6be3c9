package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Hooked;
import dev.signalbox.systemtests.history.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A history while somebody changes it. */
final class Draft {

    final List<Accepted> accepted;
    final List<Said<?>> records;
    final List<Hooked> hooked;
    private final History original;

    Draft(History original) {
        this.original = original;
        this.accepted = new ArrayList<>(original.accepted());
        this.records = new ArrayList<>(original.records());
        this.hooked = new ArrayList<>(original.hooked());
    }

    History history() {
        return new History(accepted, original.capacities(), records, hooked, original.quietAt());
    }

    Map<String, Integer> capacities() {
        return original.capacities();
    }

    /** One first occurrence that fits. */
    <T> Said<T> any(Topic topic, Class<T> type, Random random, Predicate<Said<T>> fits) {
        Set<String> seen = new HashSet<>();
        List<Said<T>> candidates = history().of(topic, type).stream()
                .filter(said -> seen.add(said.id()) && fits.test(said))
                .toList();
        return candidates.get(random.nextInt(candidates.size()));
    }

    void removeIf(Topic topic, Predicate<Said<?>> doomed) {
        records.removeIf(said -> said.topic() == topic && doomed.test(said));
    }

    /** Changes the record and all its repetitions. */
    <T> void replaceAll(Said<T> target, UnaryOperator<Said<T>> change) {
        records.replaceAll(said -> isOne(said, target) ? change.apply(retyped(said, target)) : said);
    }

    /** Changes one record, not its repetitions. */
    <T> void replaceOne(Said<T> target, UnaryOperator<Said<T>> change) {
        records.set(records.indexOf(target), change.apply(target));
    }

    /** Adds a well-formed next record of the same key. */
    <T> void append(Said<?> like, boolean afterReset, T content) {
        long next = records.stream()
                        .filter(said ->
                                said.topic() == like.topic() && said.key().equals(like.key()))
                        .mapToLong(Said::sequence)
                        .max()
                        .orElse(0)
                + 1;
        String id = EventIds.of(like.topic(), like.key(), next);
        records.add(new Said<>(
                like.topic(),
                like.partition(),
                Long.MAX_VALUE - 1,
                like.key(),
                id,
                next,
                next,
                id + content,
                afterReset,
                content));
    }

    void swap(Said<?> one, Said<?> other) {
        int first = records.indexOf(one);
        int second = records.indexOf(other);
        records.set(first, other);
        records.set(second, one);
    }

    static <T> Said<T> with(Said<T> said, T content) {
        return new Said<>(
                said.topic(),
                said.partition(),
                said.offset(),
                said.key(),
                said.id(),
                said.sequence(),
                said.sequenceHeader(),
                said.id() + content,
                said.afterReset(),
                content);
    }

    static boolean isOne(Said<?> said, Said<?> target) {
        return said.topic() == target.topic() && said.id().equals(target.id());
    }

    @SuppressWarnings("unchecked") // the same event has content of the same type
    private static <T> Said<T> retyped(Said<?> said, Said<T> like) {
        return (Said<T>) said;
    }
}
