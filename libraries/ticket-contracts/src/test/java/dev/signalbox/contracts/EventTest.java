package dev.signalbox.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void sequencedEventHasTheHeadersOfCloudEventsInTheirOrder() {
        Event event = Event.sequenced(Topic.TICKETS_SCORED, "zendesk:1", 7, AT, PolicyPointer.to("x"))
                .within(TRACE);

        assertThat(event.headers())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", EventIds.of(Topic.TICKETS_SCORED, "zendesk:1", 7)),
                        Map.entry("ce_type", "signalbox.tickets.scored.v1"),
                        Map.entry("ce_source", "/signalbox/scoring"),
                        Map.entry("ce_time", "2026-11-22T09:00:00Z"),
                        Map.entry("ce_subject", "zendesk:1"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_sequence", "7"),
                        Map.entry("traceparent", TRACE));
        assertThat(new String(event.value(), UTF_8)).isEqualTo("{\"hash\":\"x\"}");
    }

    @Test
    void factKeepsTheSourcesOwnIdAndHasNoSequence() {
        Event event = Event.fact(Topic.TICKETS_RAW, "zendesk:1", "zendesk:1:5", AT, PolicyPointer.to("x"));

        assertThat(event.headers())
                .containsEntry("ce_id", "zendesk:1:5")
                .doesNotContainKeys("ce_sequence", "traceparent");
    }

    @Test
    void sameDecisionMakesTheSameEvent() {
        Event first = Event.sequenced(Topic.TICKETS_SCORED, "zendesk:1", 7, AT, PolicyPointer.to("x"));
        Event second = Event.sequenced(Topic.TICKETS_SCORED, "zendesk:1", 7, AT, PolicyPointer.to("x"));

        assertThat(first.headers()).isEqualTo(second.headers());
        assertThat(first.value()).isEqualTo(second.value());
    }
}
