package dev.signalbox.routing;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.AgentExample;
import dev.signalbox.testsupport.AnalysisExample;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The topics and endpoints around routing, as a test sees them. Each line has a skill and agents of its own. */
final class Line implements AutoCloseable {

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private final TopicWriter writer = TopicWriter.open();
    private final Map<Topic, TopicReader> readers = new EnumMap<>(Topic.class);
    private final String policy;
    private int tickets;
    private int agents;

    Line() {
        policy = PublishedPolicy.starter(writer);
    }

    /** A skill that only agents of this line have; the category of its tickets asks for it. */
    String skill() {
        return "skill-" + name;
    }

    /** Registers an agent over the topic; his helpdesk id is {@code ext-<id>}. Null leaves his presence alone. */
    String agent(AgentExample example, Presence presence) {
        String id = "agent-" + name + "-" + ++agents;
        AgentProfile profile = example.id(id).externalId("zendesk", "ext-" + id).build();
        writer.write(Topic.AGENTS, id, profile);
        agentSays(id, told -> true);
        if (presence != null) {
            presence(id, presence);
        }
        return id;
    }

    void presence(String agentId, Presence presence) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("presence", presence))
                .put("/v1/agents/{id}/presence", agentId)
                .then()
                .statusCode(200);
    }

    AnalysisExample analysis() {
        return Examples.anAnalysis().about(skill().toUpperCase().replace('-', '_'), "question");
    }

    CaseFile caseOf(Band band, String value) {
        return caseOf(band, value, analysis().build());
    }

    CaseFile caseOf(Band band, String value, Analysis analysis) {
        return caseOf(band, value, analysis, Duration.ZERO);
    }

    /** A ticket that was created so long ago. */
    CaseFile caseOf(Band band, String value, Analysis analysis, Duration ago) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Examples.aCase()
                .policy(policy)
                .asOf(now)
                .of(Examples.aTicket()
                        .id("zendesk:" + name + "-" + ++tickets)
                        .createdAt(now.minus(ago))
                        .build())
                .of(analysis)
                .scored(band, value)
                .scored();
    }

    String ticket(CaseFile file) {
        String id = file.ticket().id();
        writer.write(Event.sequenced(Topic.TICKETS_SCORED, id, file.version(), file.asOf(), file));
        return id;
    }

    void activity(String ticketId, ActivityKind kind, String agentId, boolean shown, TicketStatus status) {
        activity(ticketId, kind, agentId, shown, status, null);
    }

    void activity(
            String ticketId, ActivityKind kind, String agentId, boolean shown, TicketStatus status, String assignee) {
        String id = UUID.randomUUID().toString();
        Activity activity = new Activity(
                ticketId,
                id,
                Instant.now(),
                kind,
                new Actor(Actor.Kind.AGENT, agentId == null ? "77" : "ext-" + agentId, null),
                shown,
                "text",
                status,
                null,
                assignee == null ? null : "ext-" + assignee,
                null,
                null);
        write(Event.fact(Topic.TICKETS_ACTIVITY, ticketId, id, activity.at(), activity));
    }

    void write(Event event) {
        writer.write(event);
    }

    Route routed(String ticketId, RouteDecision decision) {
        return routed(ticketId, route -> route.decision() == decision);
    }

    Route routed(String ticketId, Predicate<Route> condition) {
        return read(Topic.TICKETS_ROUTED, ticketId, CaseFile.class, file -> condition.test(file.route()))
                .route();
    }

    AgentActivity agentSays(String agentId, Predicate<AgentActivity> condition) {
        return read(Topic.AGENTS_ACTIVITY, agentId, AgentActivity.class, condition);
    }

    <T> T read(Topic topic, String key, Class<T> type, Predicate<T> condition) {
        return reader(topic).await(key, type, condition);
    }

    TopicReader reader(Topic topic) {
        return readers.computeIfAbsent(topic, TopicReader::of);
    }

    /** Waits until nothing has been said about a ticket for a moment is never needed: tests wait for what is said. */
    static void eventually(Runnable assertion) {
        Awaitility.await().untilAsserted(assertion::run);
    }

    @Override
    public void close() {
        writer.close();
        readers.values().forEach(TopicReader::close);
    }
}
