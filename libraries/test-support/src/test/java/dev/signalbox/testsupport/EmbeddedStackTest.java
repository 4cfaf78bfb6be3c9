package dev.signalbox.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Topic;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class EmbeddedStackTest {

    @Test
    void hasEveryTopicOfTheContract() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", EmbeddedStack.addresses().bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(
                            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        }
    }

    @Test
    void hasADurableDatabase() throws Exception {
        StackAddresses stack = EmbeddedStack.addresses();
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), stack.user(), stack.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("on");
        }
    }

    @Test
    void isStartedOnce() {
        String first = EmbeddedStack.addresses().bootstrapServers();

        assertThat(new EmbeddedStack().start()).containsEntry("kafka.bootstrap.servers", first);
    }
}
