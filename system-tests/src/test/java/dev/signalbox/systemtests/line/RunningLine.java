package dev.signalbox.systemtests.line;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.TopicScan;
import dev.signalbox.local.Topics;
import dev.signalbox.local.policy.TicketLog;
import dev.signalbox.local.story.Story;
import dev.signalbox.local.story.StoryLine;
import dev.signalbox.systemtests.load.ReferenceData;
import dev.signalbox.testsupport.TopicWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Every service once, under the starter policy. */
final class RunningLine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ACCEPTED = 202;
    private static final String CANARY_EVERY = "20s";

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalStack stack;

    private RunningLine(LocalStack stack) {
        this.stack = stack;
    }

    static RunningLine start(Path data, Path root, StackPorts ports) {
        LocalStack stack = LocalStack.in(data, root, ports);
        try {
            stack.startStores();
            Topics.create(stack.kafka().bootstrapServers());
            PolicyPublication.activate(
                    stack.kafka().bootstrapServers(), PolicyDocument.resource("/policies/starter.yaml"));
            List.of(ServiceName.values())
                    .forEach(service -> stack.add(service, 1, Map.of(LocalStack.CANARY_EVERY, CANARY_EVERY)));
            stack.startServices(part -> {});
            return new RunningLine(stack);
        } catch (RuntimeException failed) {
            stack.kill();
            throw failed;
        }
    }

    /** Reference data, keyed by its own id. */
    void publish(Topic topic, String id, Object value) {
        try (TopicWriter writer = TopicWriter.open(stack.kafka().bootstrapServers())) {
            writer.write(topic, id, value);
        }
    }

    void bringOnline(List<AgentProfile> agents) throws InterruptedException {
        agents.forEach(agent -> publish(Topic.AGENTS, agent.id(), agent));
        ReferenceData.bringOnline(url(ServiceName.ROUTING), agents);
    }

    /** Hands a native ticket in over HTTP and gives its id. */
    String say(String ticket) {
        return Json.tree(post("/v1/tickets", ticket)).path("id").textValue();
    }

    /** Tells over HTTP that an agent has solved a ticket. */
    void solve(String ticket, String agentId) {
        post("/v1/tickets/" + ticket + "/activity", """
                {"activityId": "solved %s", "kind": "SOLVED", "at": "%s", "actor": {"kind": "AGENT", "id": "%s"}, "status": "SOLVED"}
                """.formatted(ticket, Instant.now(), agentId));
    }

    private byte[] post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(url(ServiceName.INTAKE).resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != ACCEPTED) {
                throw new IllegalStateException("Intake answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("Intake does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is known of a ticket as soon as that station has spoken of it. */
    List<StoryLine> storyOf(String ticket, StoryLine.Station untilHeardFrom) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<StoryLine> story = Story.of(ticket, stack.kafka().bootstrapServers());
            if (story.stream().anyMatch(line -> line.who() == untilHeardFrom)) {
                return story;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No word of " + untilHeardFrom + " on " + ticket + ": " + story);
            }
        }
    }

    /** Everything that the topics hold of tickets now. */
    TicketLog log() {
        return TicketLog.read(stack.kafka().bootstrapServers(), Instant.EPOCH);
    }

    /** A canary that has come all the way, by the intake's own measure. */
    String awaitCanary() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!metrics(ServiceName.INTAKE)
                .contains("signalbox_canary_arrival_seconds_count{topic=\"" + Topic.SLA_CLOCKS.topicName())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No canary came all the way");
            }
            Thread.sleep(200);
        }
        try (TopicScan scan = new TopicScan(stack.kafka().bootstrapServers())) {
            return scan.all(Topic.SLA_CLOCKS).stream()
                    .map(record -> record.key())
                    .filter(key -> key.startsWith("canary:"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String metrics(ServiceName service) {
        try {
            return client.send(
                            HttpRequest.newBuilder(url(service).resolve("/q/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(service + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI url(ServiceName service) {
        return stack.services().stream()
                .filter(replica -> replica.service() == service)
                .map(ServiceProcess::url)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        stack.kill();
    }
}
