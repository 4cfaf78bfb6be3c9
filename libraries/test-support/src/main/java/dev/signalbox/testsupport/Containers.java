package dev.signalbox.testsupport;

import dev.signalbox.local.PostgresProcess;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kafka and PostgreSQL in containers, for machines that have an engine. */
final class Containers {

    private static final String KAFKA = "apache/kafka:4.1.1";
    private static final String POSTGRES = "postgres:18";

    private Containers() {}

    @SuppressWarnings("resource") // they live as long as the JVM
    static StackAddresses start() {
        KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
                .withDatabaseName(PostgresProcess.DATABASE)
                .withUsername(PostgresProcess.USER)
                .withPassword(PostgresProcess.PASSWORD)
                .withCommand("postgres", "-c", "max_connections=200");
        kafka.start();
        postgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.stop();
            postgres.stop();
        }));
        String url = "postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/"
                + PostgresProcess.DATABASE;
        return new StackAddresses(kafka.getBootstrapServers(), url, PostgresProcess.USER, PostgresProcess.PASSWORD);
    }
}
