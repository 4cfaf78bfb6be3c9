package dev.signalbox.local.lab;

import dev.signalbox.decisions.routing.queue.QueuePolicy;
import java.util.Comparator;

/** In which order waiting tickets are served. */
enum Discipline {
    FIFO("in order of arrival"),
    STRICT_PRIORITY("dearer band first"),
    LEAST_BUSY("pushed to the least busy agent"),
    EARLIEST_DEADLINE("earliest deadline first"),
    SIGNALBOX("the proved order");

    private final String plain;

    Discipline(String plain) {
        this.plain = plain;
    }

    /** In words. */
    String plain() {
        return plain;
    }

    /** An empty queue of this order. */
    LabQueue queue(QueuePolicy policy, Crew crew) {
        return switch (this) {
            case FIFO -> new SortedQueue(Comparator.comparingLong(Arrival::at));
            case STRICT_PRIORITY -> new SortedQueue(Comparator.comparing(Arrival::band));
            case EARLIEST_DEADLINE -> new SortedQueue(Comparator.comparingLong(Arrival::due));
            case LEAST_BUSY -> new AgentQueues(crew);
            case SIGNALBOX -> new DecidedQueue(policy, crew);
        };
    }
}
