package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.WorkTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shortest target so far and all rows that ask for it. Business days and working hours have no order of their own:
 * the shorter one is that which is over sooner.
 *
 * @param target null: no row applies yet
 */
record Shortest(Counting counting, @Nullable WorkTime target, List<String> because) {

    Shortest(Counting counting) {
        this(counting, null, List.of());
    }

    /** With one more row; null is a row that does not apply. */
    Shortest orShorter(String row, @Nullable WorkTime other) {
        if (other == null) {
            return this;
        }
        int order = target == null ? -1 : order(other, target);
        if (order > 0) {
            return this;
        }
        return order < 0
                ? new Shortest(counting, other, List.of(row))
                : new Shortest(
                        counting,
                        target,
                        Stream.concat(because.stream(), Stream.of(row)).toList());
    }

    /** No shorter than this. */
    Shortest atLeast(String row, WorkTime least) {
        return target == null || order(target, least) < 0 ? new Shortest(counting, least, List.of(row)) : this;
    }

    /** As it is told. */
    SlaTarget startingAtCreation() {
        WorkTime promise = required();
        return told(promise, counting.due(promise));
    }

    /** As it is told where something else starts it. */
    SlaTarget startingLater() {
        return told(required(), null);
    }

    private SlaTarget told(WorkTime promise, @Nullable Instant dueAt) {
        return new SlaTarget(
                counting.working(promise),
                because,
                counting.name(),
                dueAt,
                promise.days() > 0 ? promise.days() : null,
                counting.because());
    }

    private WorkTime required() {
        if (target == null) {
            throw new IllegalStateException("The band's row always applies");
        }
        return target;
    }

    private int order(WorkTime one, WorkTime other) {
        return counting.due(one).compareTo(counting.due(other));
    }
}
