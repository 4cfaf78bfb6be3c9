package dev.signalbox.intake.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Tells Zendesk to whom Signalbox has given a ticket. */
public final class WriteBack implements Runnable {

    private final Map<String, Object> kafka;
    private final URI helpdesk;
    private final String authorization;
    private final Map<String, String> helpdeskIds;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> written = new HashMap<>();
    private volatile boolean stopped;

    /** @param helpdeskIds of each agent: the id in the helpdesk, as in {@code externalIds} on the topic agents */
    public WriteBack(String bootstrapServers, URI helpdesk, String authorization, Map<String, String> helpdeskIds) {
        this.kafka = Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "zendesk-write-back",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        this.helpdesk = helpdesk;
        this.authorization = authorization;
        this.helpdeskIds = helpdeskIds;
    }

    @Override
    public void run() {
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("tickets.routed"));
            while (!stopped) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    write(json.readTree(record.value()));
                }
                consumer.commitSync(); // only what the helpdesk has taken
            }
        } catch (IOException e) {
            throw new IllegalStateException("The helpdesk was not told; start again to repeat", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        stopped = true;
    }

    private void write(JsonNode file) throws IOException, InterruptedException {
        JsonNode ticket = file.path("ticket");
        JsonNode route = file.path("route");
        String id = ticket.path("id").asText();
        long sequence = route.path("sequence").asLong();
        boolean isOurs = ticket.path("sourceType").asText().equals("zendesk");
        boolean isAssigned = route.path("decision").asText().equals("ASSIGNED");
        if (!isOurs || !isAssigned || sequence <= written.getOrDefault(id, 0L)) {
            return; // a record may come twice; its sequence tells
        }
        String body = "{\"ticket\":{\"assignee_id\":"
                + helpdeskIds.get(route.path("agentId").asText()) + "}}";
        HttpRequest request = HttpRequest.newBuilder(helpdesk.resolve(
                        "/api/v2/tickets/" + ticket.path("externalId").asText() + ".json"))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 300 && status != 404) { // 404: deleted in the meantime
            throw new IOException("Zendesk answers " + status);
        }
        written.put(id, sequence);
    }
}
