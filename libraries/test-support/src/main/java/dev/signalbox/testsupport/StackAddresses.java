package dev.signalbox.testsupport;

import java.util.Map;

/**
 * Where the Kafka and the PostgreSQL under test are.
 *
 * @param bootstrapServers for Kafka clients
 * @param databaseUrl without the {@code jdbc:} in front, for example {@code postgresql://127.0.0.1:5432/signalbox}
 */
public record StackAddresses(String bootstrapServers, String databaseUrl, String user, String password) {

    private static final String PREFIX = "signalbox.test-stack.";

    public String jdbcUrl() {
        return "jdbc:" + databaseUrl;
    }

    /** What a service under test is configured with. */
    public Map<String, String> quarkusSettings() {
        return Map.of(
                "kafka.bootstrap.servers", bootstrapServers,
                "quarkus.datasource.reactive.url", databaseUrl,
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }

    /** Quarkus loads test classes more than once; system properties are seen by all of them. */
    void remember() {
        System.setProperty(PREFIX + "bootstrapServers", bootstrapServers);
        System.setProperty(PREFIX + "databaseUrl", databaseUrl);
        System.setProperty(PREFIX + "user", user);
        System.setProperty(PREFIX + "password", password);
    }

    static boolean areRemembered() {
        return System.getProperty(PREFIX + "password") != null;
    }

    static StackAddresses remembered() {
        return new StackAddresses(
                System.getProperty(PREFIX + "bootstrapServers"),
                System.getProperty(PREFIX + "databaseUrl"),
                System.getProperty(PREFIX + "user"),
                System.getProperty(PREFIX + "password"));
    }
}
