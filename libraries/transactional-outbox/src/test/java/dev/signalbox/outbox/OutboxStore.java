package dev.signalbox.outbox;

import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.StackAddresses;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A fresh schema with the outbox table on the real database, and pools that see only this schema. */
final class OutboxStore {

    private static final Vertx VERTX = Vertx.vertx();

    private final StackAddresses addresses = EmbeddedStack.addresses();
    private final String schema =
            "outbox_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    OutboxStore() throws IOException {
        Pool pool = pool("setup");
        run(pool, "create schema " + schema);
        try (var migration = Outbox.class.getResourceAsStream("/db/outbox/V0_1__outbox.sql")) {
            run(pool, new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        pool.closeAndAwait();
    }

    String schema() {
        return schema;
    }

    Map<String, Object> broker() {
        return Map.of("bootstrap.servers", addresses.bootstrapServers());
    }

    /** A pool whose sessions carry the name, so that a test can end them. */
    Pool pool(String name) {
        PgConnectOptions options = PgConnectOptions.fromUri(addresses.databaseUrl())
                .setUser(addresses.user())
                .setPassword(addresses.password())
                .addProperty("search_path", schema)
                .addProperty("application_name", schema + "_" + name);
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(3))
                .connectingTo(options)
                .using(VERTX)
                .build();
    }

    /** Ends all database sessions of that name, as the death of their process would. */
    void endSessions(Pool by, String name) {
        run(
                by,
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + schema + "_"
                        + name + "'");
    }

    long entries(Pool pool) {
        return pool.query("select count(*) as entries from outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong("entries");
    }

    private static void run(Pool pool, String sql) {
        pool.query(sql).executeAndAwait();
    }
}
