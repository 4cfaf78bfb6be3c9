package dev.signalbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {

    private static final Path ROOT = Path.of(System.getProperty("signalbox.root"));

    @TempDir
    static Path data;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.in(data, ROOT, StackPorts.free());
        stack.startStores();
        Topics.create(stack.kafka().bootstrapServers());
    }

    @AfterAll
    static void stop() {
        stack.kill();
    }

    @Test
    void kafkaKeepsWhatItAcknowledgedThroughKillMinusNine() {
        String kafka = stack.kafka().bootstrapServers();
        String hash = PolicyPublication.activate(kafka, PolicyDocument.resource("/policies/starter.yaml"));

        stack.kafka().kill();
        assertThat(stack.kafka().isRunning()).isFalse();
        stack.kafka().start();

        assertThat(PolicyPublication.hasActive(kafka)).isTrue();
        try (TopicScan scan = new TopicScan(kafka)) {
            assertThat(scan.of(Topic.POLICIES, hash)).isNotEmpty();
        }
    }

    @Test
    void postgresKeepsWhatItCommittedThroughKillMinusNine() throws Exception {
        execute("create table kept (n int)");
        execute("insert into kept values (42)");

        stack.postgres().kill();
        assertThat(stack.postgres().isRunning()).isFalse();
        stack.postgres().start();

        try (var connection = DriverManager.getConnection(stack.postgres().jdbcUrl(), "signalbox", "signalbox");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select n from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void aSecondStackOnTheSameFolderIsRefused() {
        assertThatThrownBy(() -> LocalStack.in(data, ROOT, StackPorts.free()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Another Signalbox uses");
    }

    @Test
    void creatingTheTopicsAgainChangesNothing() {
        Topics.create(stack.kafka().bootstrapServers());
    }

    private static void execute(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(stack.postgres().jdbcUrl(), "signalbox", "signalbox");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
