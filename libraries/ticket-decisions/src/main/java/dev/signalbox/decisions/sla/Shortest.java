package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shortest target so far and all rows that ask for it.
 *
 * @param target null: no row applies yet
 */
record Shortest(@Nullable Duration target, List<String> because) {

    Shortest() {
        this(null, List.of());
    }

    /** With one more row; null is a row that does not apply. */
    Shortest orShorter(String row, @Nullable Duration other) {
        if (other == null) {
            return this;
        }
        int order = target == null ? -1 : other.compareTo(target);
        if (order > 0) {
            return this;
        }
        return order < 0
                ? new Shortest(other, List.of(row))
                : new Shortest(
                        target, Stream.concat(because.stream(), Stream.of(row)).toList());
    }

    /** No shorter than this. */
    Shortest atLeast(String row, Duration least) {
        return target == null || target.compareTo(least) < 0 ? new Shortest(least, List.of(row)) : this;
    }

    /** As it is told; {@code from} null: due as soon as something starts it. */
    SlaTarget target(String calendar, @Nullable Instant from) {
        if (target == null) {
            throw new IllegalStateException("The band's row always applies");
        }
        return new SlaTarget(target, because, calendar, from == null ? null : from.plus(target));
    }
}
