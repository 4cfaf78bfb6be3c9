package dev.signalbox.escalation.delivery.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Json;
import dev.signalbox.testsupport.Checkout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of endpoint is sent, as files to look at; {@code -Dsignalbox.rewrite=true} writes them anew. */
class GoldenMessageTest {

    private static final Path GOLDEN = Checkout.root().resolve("escalation-service/src/test/resources/golden");
    private static final ObjectMapper PRETTY = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "WEBHOOK, OPENED",
        "PAGERDUTY, OPENED",
        "PAGERDUTY, LEVEL_RAISED",
        "PAGERDUTY, ACKNOWLEDGED",
        "PAGERDUTY, RESOLVED",
        "PAGERDUTY, CANCELLED",
        "SLACK, OPENED",
        "SLACK, ACKNOWLEDGED",
        "SLACK, RESOLVED",
        "ALERTMANAGER, OPENED",
        "ALERTMANAGER, RESOLVED"
    })
    void messageIsAsInItsFile(SinkKind kind, EscalationChange change) throws IOException {
        Message message = kind.sink()
                .message(
                        target(kind),
                        new Notice("event-1", EscalationExample.of(change), Instant.parse("2026-11-23T09:00:00Z")));
        String json = PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(Json.tree(message.body())) + "\n";
        Path file =
                GOLDEN.resolve((kind + "-" + change).toLowerCase(Locale.ROOT).replace('_', '-') + ".json");
        if (Boolean.getBoolean("signalbox.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, json);
        }

        assertThat(json).isEqualTo(Files.readString(file));
        assertThat(message.headers()).containsEntry("Content-Type", "application/json");
        assertThat(new String(message.body(), UTF_8)).doesNotContain("\"secret");
    }

    private static Target target(SinkKind kind) {
        URI url = URI.create("https://sink.example/hook");
        return switch (kind) {
            case WEBHOOK -> new Target(url, List.of("whsec_bmV3LXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw=="));
            case PAGERDUTY -> new Target(url, List.of("routing-key"));
            case SLACK, ALERTMANAGER -> new Target(url, List.of());
        };
    }
}
