package dev.signalbox.outbox;

import dev.signalbox.contracts.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** One PostgreSQL transaction: what it changes and what it says become true together or not at all. */
public final class UnitOfWork {

    private final SqlConnection connection;
    private final Instant now;
    private final Instant serverSince;

    UnitOfWork(SqlConnection connection, Instant now, Instant serverSince) {
        this.connection = connection;
        this.now = now;
        this.serverSince = serverSince;
    }

    /** The database's clock when the transaction began: the one clock that decisions use. */
    public Instant now() {
        return now;
    }

    /** When the server of this transaction was started: another moment is another server, perhaps with another past. */
    Instant serverSince() {
        return serverSince;
    }

    /** Runs a statement, prepared once for each connection. */
    public Uni<RowSet<Row>> query(String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments);
    }

    /**
     * Adds events to the outbox; they are published in this order for each key, after the commit.
     *
     * @throws dev.signalbox.contracts.UnreadableRecord if an event is larger than its topic allows
     */
    public Uni<Void> publish(List<Event> events) {
        return Outbox.append(this, events);
    }
}
