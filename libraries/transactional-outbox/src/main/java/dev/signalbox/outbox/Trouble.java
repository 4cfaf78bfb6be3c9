package dev.signalbox.outbox;

import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.UnreadableRecord;
import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Set;

/** Tells trouble that passes from trouble that stays: the first is waited out, the second goes to quarantine. */
final class Trouble {

    /** 22 data exception, 23 integrity constraint violation (PostgreSQL manual, appendix A). */
    private static final Set<String> SQL_CLASSES_THAT_STAY = Set.of("22", "23");

    /** 40001 serialization failure, 40P01 deadlock: the same work succeeds when done again. */
    private static final Set<String> SQL_STATES_TO_REPEAT = Set.of("40001", "40P01");

    private Trouble() {}

    /**
     * Whether the same records would fail again for ever. Anything not known to stay is taken for passing trouble: to
     * wait too long is visible and mends itself, to quarantine a good ticket does neither.
     */
    static boolean stays(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof PgException pg) {
            return pg.getSqlState() != null
                    && SQL_CLASSES_THAT_STAY.contains(pg.getSqlState().substring(0, 2));
        }
        return cause instanceof UnreadableRecord
                || cause instanceof NullPointerException
                || cause instanceof IllegalArgumentException
                || cause instanceof IllegalStateException
                || cause instanceof ArithmeticException
                || cause instanceof ClassCastException
                || cause instanceof IndexOutOfBoundsException
                || cause instanceof NoSuchElementException
                || cause instanceof UnsupportedOperationException
                || cause instanceof DateTimeException;
    }

    static boolean passesWhenRepeated(Throwable failure) {
        return unwrapped(failure) instanceof PgException pg && SQL_STATES_TO_REPEAT.contains(pg.getSqlState());
    }

    static Quarantined.Reason reason(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof UnreadableRecord unreadable) {
            return unreadable.reason();
        }
        if (cause instanceof PgException pg) {
            return new Quarantined.Reason(
                    "REFUSED_BY_DATABASE",
                    "PostgreSQL refuses what follows from this record (SQLSTATE " + pg.getSqlState() + ").");
        }
        return new Quarantined.Reason(
                "DECISION_FAILED",
                "No decision could be made on this record (" + cause.getClass().getSimpleName()
                        + "); the log of the service has the trace. Replay it after an upgrade.");
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompositeException composite
                ? composite.getCauses().get(0)
                : failure;
    }
}
