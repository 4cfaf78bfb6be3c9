package dev.signalbox.intake.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.TopicWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The write-back consumer of the guide, against a real Kafka and a helpdesk of one endpoint. */
class WriteBackTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void everyAssignmentIsToldOnceAndOthersAreNot() throws IOException, InterruptedException {
        HttpServer zendesk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        zendesk.createContext("/api/v2/tickets/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " " + body);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        zendesk.start();
        String kafka = EmbeddedStack.addresses().bootstrapServers();
        URI address = URI.create("http://127.0.0.1:" + zendesk.getAddress().getPort());
        WriteBack writeBack = new WriteBack(kafka, address, "Basic x", Map.of("lena", "4711"));
        Thread thread = new Thread(writeBack);
        try (TopicWriter routed = TopicWriter.open()) {
            write(routed, "zendesk", "1", 1, "QUEUED", null);
            write(routed, "zendesk", "1", 2, "ASSIGNED", "lena");
            write(routed, "zendesk", "1", 2, "ASSIGNED", "lena");
            write(routed, "jira", "1", 1, "ASSIGNED", "lena");
            write(routed, "zendesk", "1", 3, "ASSIGNED", "lena");
            thread.start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> told.size() >= 2);
        } finally {
            writeBack.stop();
            thread.join(Duration.ofSeconds(30).toMillis());
            zendesk.stop(0);
        }
        assertThat(told).hasSize(2).containsOnly("PUT /api/v2/tickets/1.json {\"ticket\":{\"assignee_id\":4711}}");
        assertThat(thread.isAlive()).isFalse();
    }

    private static void write(TopicWriter routed, String kind, String id, int sequence, String decision, String agent) {
        String key = kind + ":" + id;
        String file = "{\"ticket\":{\"id\":\"" + key + "\",\"sourceType\":\"" + kind + "\",\"externalId\":\"" + id
                + "\"},\"route\":{\"sequence\":" + sequence + ",\"decision\":\"" + decision + "\",\"agentId\":"
                + (agent == null ? "null" : "\"" + agent + "\"") + "}}";
        routed.write(Topic.TICKETS_ROUTED, key, Map.of(), file.getBytes(StandardCharsets.UTF_8));
    }
}
