package dev.signalbox.systemtests.bench;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PostgresProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Tickets with two running clocks each that are not due for a month: copies of one that the watchdog keeps. */
final class PendingClocks {

    private static final int CLOCKS_OF_A_TICKET = 2;
    private static final String COPY_WATCHES = """
            insert into watchdog.watch (ticket_id, state, next_due_at, next_level_at)
            select 'pending:' || n, w.state, now() + interval '30 days' + n * interval '10 ms',
                now() + interval '20 days' + n * interval '10 ms'
            from watchdog.watch w, generate_series(1, ?) as n where w.ticket_id = ?""";
    private static final String COPY_TIMERS = """
            insert into watchdog.timer (key, ticket_id, kind, due_at, payload)
            select 'pending:' || n || substr(t.key, length(t.ticket_id) + 1), 'pending:' || n, t.kind,
                now() + interval '20 days' + n * interval '10 ms', t.payload
            from watchdog.timer t, generate_series(1, ?) as n where t.ticket_id = ?""";

    private PendingClocks() {}

    /**
     * Copies a ticket.
     *
     * @param clocks how many there shall be
     * @param like a ticket that the watchdog knows, with two running clocks
     * @return bytes that the watchdog keeps of one ticket, as text
     */
    static int fill(LocalStack stack, int clocks, String like) throws SQLException, InterruptedException {
        try (Connection connection = connect(stack)) {
            int bytes = await(connection, like);
            copy(connection, COPY_WATCHES, clocks / CLOCKS_OF_A_TICKET, like);
            copy(connection, COPY_TIMERS, clocks / CLOCKS_OF_A_TICKET, like);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze watchdog.watch, watchdog.timer");
            }
            return bytes;
        }
    }

    static Connection connect(LocalStack stack) throws SQLException {
        return DriverManager.getConnection(stack.postgres().jdbcUrl(), PostgresProcess.USER, PostgresProcess.PASSWORD);
    }

    private static int await(Connection connection, String ticket) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        try (PreparedStatement statement = connection.prepareStatement(
                "select length(state::text) from watchdog.watch where ticket_id = ? and next_level_at is not null")) {
            statement.setString(1, ticket);
            while (System.nanoTime() < deadline) {
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return rows.getInt(1);
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("The watchdog does not know " + ticket + " after a minute");
    }

    private static void copy(Connection connection, String sql, int tickets, String like) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, tickets);
            statement.setString(2, like);
            statement.executeUpdate();
        }
    }
}
