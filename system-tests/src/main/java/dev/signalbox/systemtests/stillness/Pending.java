package dev.signalbox.systemtests.stillness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the services' databases still have to do: events to be published, endpoints to be told, timers that are due soon. */
final class Pending {

    private final String jdbcUrl;
    private final String user;
    private final String password;

    Pending(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /** Rows by what they are; what is empty is left out. */
    Map<String, Long> count(Duration horizon) throws SQLException {
        Map<String, Long> pending = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            for (String schema : schemas(statement, "outbox")) {
                put(pending, schema + " outbox", rows(statement, schema + ".outbox", ""));
            }
            String waiting = " where state = 'WAITING' and endpoint not in "
                    + "(select name from escalation.delivery_endpoint where disabled_at is not null)";
            put(pending, "deliveries", rows(statement, "escalation.delivery", waiting));
            String soon = " where due_at < clock_timestamp() + interval '" + horizon.toSeconds() + " seconds'";
            for (String schema : schemas(statement, "timer")) {
                put(pending, schema + " timers", rows(statement, schema + ".timer", soon));
            }
        }
        return pending;
    }

    private static void put(Map<String, Long> pending, String what, long rows) {
        if (rows > 0) {
            pending.put(what, rows);
        }
    }

    private static List<String> schemas(Statement statement, String table) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "select table_schema from information_schema.tables where table_name = '" + table + "'")) {
            while (found.next()) {
                schemas.add('"' + found.getString(1) + '"');
            }
        }
        return schemas;
    }

    private static long rows(Statement statement, String table, String where) throws SQLException {
        try (ResultSet counted = statement.executeQuery("select count(*) from " + table + where)) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
