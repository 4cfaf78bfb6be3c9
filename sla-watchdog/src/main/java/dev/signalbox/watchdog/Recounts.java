package dev.signalbox.watchdog;

import dev.signalbox.edge.Policies;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The store of how far counting clocks anew has come. */
@ApplicationScoped
class Recounts {

    private static final String ENTER = """
            insert into recount (policy, activated_at) values ($1, $2) on conflict do nothing""";
    private static final String BEFORE = """
            select policy, ended_at from recount
            where entered < (select entered from recount where policy = $1 and activated_at = $2)
            order by entered desc limit 1""";
    // a replica that finds the row locked does something else
    private static final String CLAIM = """
            select round, after_due_at, after_ticket, ended_at from recount
            where policy = $1 and activated_at = $2 and (ended_at is not null or not_before <= statement_timestamp())
            for update skip locked""";
    private static final String PROCEED = """
            update recount set after_due_at = $3, after_ticket = $4 where policy = $1 and activated_at = $2""";
    private static final String AGAIN = """
            update recount set round = round + 1, after_due_at = 'epoch', after_ticket = '',
                not_before = statement_timestamp() + $3::bigint * interval '1 millisecond'
            where policy = $1 and activated_at = $2""";
    private static final String END =
            "update recount set ended_at = statement_timestamp() where policy = $1 and activated_at = $2";

    /**
     * How far it has come.
     *
     * @param round 1 or 2
     * @param after the place after which it goes on
     */
    record Progress(int round, Page after, boolean ended) {}

    /** Another policy, and whether all clocks were counted by it. */
    record Earlier(String policy, boolean ended) {}

    /** Begins; nothing happens if another replica did. */
    Uni<Void> enter(UnitOfWork work, Policies.Activation active) {
        return work.query(ENTER, key(active)).replaceWithVoid();
    }

    /** What was begun before this. */
    Uni<Optional<Earlier>> before(UnitOfWork work, Policies.Activation active) {
        return first(work.query(BEFORE, key(active)))
                .map(found -> found.map(row -> new Earlier(row.getString("policy"), row.getValue("ended_at") != null)));
    }

    /** Locks it for this transaction; empty where another replica is at it, or it is not yet time. */
    Uni<Optional<Progress>> claim(UnitOfWork work, Policies.Activation active, int limit) {
        return first(work.query(CLAIM, key(active)))
                .map(found -> found.map(row -> new Progress(
                        row.getInteger("round"),
                        new Page(
                                row.getOffsetDateTime("after_due_at").toInstant(),
                                row.getString("after_ticket"),
                                limit),
                        row.getValue("ended_at") != null)));
    }

    Uni<Void> proceed(UnitOfWork work, Policies.Activation active, Instant afterDueAt, String afterTicket) {
        return work.query(
                        PROCEED, key(active).addOffsetDateTime(utc(afterDueAt)).addString(afterTicket))
                .replaceWithVoid();
    }

    /** Goes through all tickets once more, after a while. */
    Uni<Void> again(UnitOfWork work, Policies.Activation active, Duration after) {
        return work.query(AGAIN, key(active).addLong(after.toMillis())).replaceWithVoid();
    }

    Uni<Void> end(UnitOfWork work, Policies.Activation active) {
        return work.query(END, key(active)).replaceWithVoid();
    }

    private static Uni<Optional<Row>> first(Uni<RowSet<Row>> rows) {
        return rows.map(found -> found.size() == 0
                ? Optional.empty()
                : Optional.of(found.iterator().next()));
    }

    private static Tuple key(Policies.Activation active) {
        return Tuple.tuple().addString(active.hash()).addOffsetDateTime(utc(active.at()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
