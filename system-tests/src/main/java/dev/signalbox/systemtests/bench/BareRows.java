package dev.signalbox.systemtests.bench;

import dev.signalbox.local.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The least that a durable clock could cost: a row is inserted and deleted, in transactions of as many as the watchdog
 * takes at a time.
 *
 * @param rowsPerSecond one insert and one delete each
 * @param micros processor time of one row in PostgreSQL and this process
 */
record BareRows(double rowsPerSecond, double micros) {

    private static final int IN_ONE_TRANSACTION = 500;

    /** @param bytes of a row */
    static BareRows run(LocalStack stack, int rows, int bytes) throws SQLException {
        try (Connection connection = PendingClocks.connect(stack)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists bare");
                statement.execute("create table if not exists bare.clock (key text primary key, state text not null)");
            }
            connection.setAutoCommit(false);
            String state = "x".repeat(bytes);
            Duration before = use(stack);
            long begin = System.nanoTime();
            all(connection, "insert into bare.clock (key, state) values (?, ?)", rows, state);
            all(connection, "delete from bare.clock where key = ?", rows, null);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new BareRows(rows / seconds, use(stack).minus(before).toNanos() / 1e3 / rows);
        }
    }

    private static Duration use(LocalStack stack) {
        return ProcessUse.cpu(stack.postgres().pid()).plus(ProcessUse.ownCpu());
    }

    private static void all(Connection connection, String sql, int rows, String state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= rows; i++) {
                statement.setString(1, "bare-" + i);
                if (state != null) {
                    statement.setString(2, state);
                }
                statement.addBatch();
                if (i % IN_ONE_TRANSACTION == 0 || i == rows) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
    }
}
