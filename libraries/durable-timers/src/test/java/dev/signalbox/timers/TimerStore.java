package dev.signalbox.timers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.StackAddresses;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A fresh schema with the table of timers and a table of effects, and pools that see only this schema. */
final class TimerStore {

    private static final Vertx VERTX = Vertx.vertx();

    private final StackAddresses addresses = EmbeddedStack.addresses();
    private final String schema =
            "timers_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Pool pool = pool("test");

    TimerStore() throws IOException {
        run("create schema " + schema);
        try (var migration = Timers.class.getResourceAsStream("/db/timers/V0_2__timer.sql")) {
            run(new String(migration.readAllBytes(), UTF_8));
        }
        // no key: an effect that is had twice must be seen
        run("create table effect (timer text not null, worker text not null)");
    }

    Pool pool() {
        return pool;
    }

    /** A pool whose sessions carry the name, so that a test can end them. */
    Pool pool(String name) {
        PgConnectOptions options = PgConnectOptions.fromUri(addresses.databaseUrl())
                .setUser(addresses.user())
                .setPassword(addresses.password())
                .addProperty("search_path", schema)
                .addProperty("application_name", schema + "_" + name);
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .using(VERTX)
                .build();
    }

    /** Ends all database sessions of that name, as the death of their process would. */
    void endSessions(String name) {
        run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + schema + "_" + name
                + "'");
    }

    List<String> effects() {
        return strings("select timer as found from effect order by timer");
    }

    List<String> pending() {
        return strings("select key as found from timer order by due_at, key");
    }

    /** How the database would run a statement. */
    String plan(String sql) {
        StringBuilder plan = new StringBuilder();
        pool.query("explain " + sql)
                .executeAndAwait()
                .forEach(row -> plan.append(row.getString(0)).append('\n'));
        return plan.toString();
    }

    void run(String sql) {
        pool.query(sql).executeAndAwait();
    }

    private List<String> strings(String sql) {
        List<String> found = new ArrayList<>();
        pool.query(sql).executeAndAwait().forEach(row -> found.add(row.getString("found")));
        return found;
    }
}
