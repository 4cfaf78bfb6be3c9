package dev.signalbox.intake.canary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The service between its topics: the test is the rest of the line. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(CanaryTest.Often.class)
class CanaryTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final List<Topic> BEHIND_INTAKE =
            List.of(Topic.TICKETS_ENRICHED, Topic.TICKETS_SCORED, Topic.TICKETS_ROUTED, Topic.SLA_CLOCKS);

    /** Every three seconds. */
    public static final class Often implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signalbox.intake.canary-every", "3S");
        }
    }

    @Test
    void canaryThatComesAllTheWayIsTimedAndOneThatDoesNotIsCountedWhereItWasLost() {
        // the line stands still behind the intake
        await().atMost(LONG_ENOUGH).until(() -> metric("signalbox_canary_lost_total", "tickets.enriched") > 0);
        double lost = metric("signalbox_canary_lost_total", "tickets.enriched");

        try (TopicReader intake = TopicReader.of(Topic.TICKETS_RAW);
                TopicWriter line = TopicWriter.open()) {
            Set<String> passed = new HashSet<>();
            await().atMost(LONG_ENOUGH).pollInSameThread().until(() -> {
                intake.all().stream()
                        .filter(record -> record.key().startsWith("canary:") && passed.add(record.key()))
                        .forEach(record -> passOn(line, record));
                return metric("signalbox_canary_arrival_seconds_count", "sla.clocks") >= 2;
            });
            Ticket canary = intake.all().stream()
                    .filter(record -> record.key().startsWith("canary:"))
                    .findFirst()
                    .orElseThrow()
                    .as(Ticket.class);
            assertThat(canary.status()).isEqualTo(TicketStatus.CLOSED);
            assertThat(canary.imported()).isTrue();
            assertThat(canary.tenant()).isEqualTo("canary");
        }

        assertThat(metric("signalbox_canary_arrival_seconds_count", "tickets.raw"))
                .isGreaterThan(2);
        assertThat(metric("signalbox_canary_lost_total", "tickets.enriched")).isGreaterThanOrEqualTo(lost);
        assertThat(metric("signalbox_canary_age_seconds", "")).isBetween(0.0, LONG_ENOUGH.toSeconds() * 1.0);
    }

    private static void passOn(TopicWriter line, TopicRecord canary) {
        BEHIND_INTAKE.forEach(topic -> line.write(topic, canary.key(), Map.of("said", "it came by")));
    }

    /** The value of the metric, of the topic if it has one; 0 before there is any. */
    private static double metric(String name, String topic) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(topic))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0.0);
    }
}
