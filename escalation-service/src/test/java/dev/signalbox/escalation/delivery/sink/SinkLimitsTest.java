package dev.signalbox.escalation.delivery.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts as long and as hostile as customers write them, within what each sink takes. */
class SinkLimitsTest {

    private static final String SECRET = "whsec_bmV3LXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";
    private static final String OTHER = "whsec_b2xkLXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";
    private static final URI URL = URI.create("https://sink.example/hook");

    @ParameterizedTest
    @EnumSource(EscalationChange.class)
    void signatureIsTheOneThatTheStandardAsksForAndOfNothingElse(EscalationChange change) {
        Message message = message(SinkKind.WEBHOOK, EscalationExample.of(change), SECRET, OTHER);
        String body = new String(message.body(), UTF_8);
        Map<String, List<String>> headers = new HashMap<>();
        message.headers().forEach((name, value) -> headers.put(name, List.of(value)));

        for (String secret : List.of(SECRET, OTHER)) {
            assertThatCode(() -> new Webhook(secret).verify(body, headers)).doesNotThrowAnyException();
            assertThatThrownBy(() -> new Webhook(secret).verify(body + " ", headers))
                    .isInstanceOf(WebhookVerificationException.class);
        }
        assertThat(Json.tree(message.body()).path("type").textValue()).matches("[a-zA-Z0-9_.]+");
    }

    @Test
    void webhookIsBelowTwentyKilobytesAndLeavesThePackageOutWhereItIsLarger() {
        Escalation large = hostile("x".repeat(900));
        Message message = message(SinkKind.WEBHOOK, large, SECRET);

        assertThat(message.body()).hasSizeLessThanOrEqualTo(StandardWebhook.LARGEST_BODY);
        JsonNode data = Json.tree(message.body()).path("data");
        assertThat(data.path("handoff").isNull()).isTrue();
        assertThat(data.path("id").textValue()).isEqualTo(large.id());
    }

    @Test
    void slackBlocksAreWithinTheirLimitsAndNothingACustomerWritesIsMarkup() {
        Message message = message(SinkKind.SLACK, hostile("<!channel> & <https://evil.example|click> \uD83D\uDE00"));
        JsonNode json = Json.tree(message.body());

        assertThat(json.path("text").textValue()).hasSizeLessThanOrEqualTo(3_000);
        assertThat(json.path("blocks")).hasSizeLessThanOrEqualTo(50);
        JsonNode section = json.path("blocks").get(1);
        assertThat(json.path("blocks").get(0).path("text").path("text").textValue())
                .hasSizeLessThanOrEqualTo(150);
        assertThat(section.path("text").path("text").textValue())
                .hasSizeBetween(2_900, 3_000)
                .contains("&lt;!channel&gt; &amp; &lt;https");
        assertThat(section.path("fields"))
                .hasSizeLessThanOrEqualTo(10)
                .allSatisfy(field -> assertThat(field.path("text").textValue()).hasSizeLessThanOrEqualTo(2_000));
        assertThat(new String(message.body(), UTF_8)).doesNotContain("<!channel", "<https");
    }

    @Test
    void pagerDutySummaryAndKeyAreWithinTheirLimits() {
        JsonNode json = Json.tree(
                message(SinkKind.PAGERDUTY, hostile("ü".repeat(2_000)), "key").body());

        assertThat(json.path("payload").path("summary").textValue()).hasSize(1_024);
        assertThat(json.path("dedup_key").textValue()).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void alertKeepsItsIdentityWhateverHappensAndEndsWithTheEscalation() {
        Escalation opened = EscalationExample.of(EscalationChange.OPENED);
        Escalation resolved = EscalationExample.of(
                EscalationChange.RESOLVED,
                json -> json.put("owner", "somebody else").put("planTier", "FREE"));
        JsonNode first =
                Json.tree(message(SinkKind.ALERTMANAGER, opened).body()).get(0);
        JsonNode last =
                Json.tree(message(SinkKind.ALERTMANAGER, resolved).body()).get(0);

        assertThat(last.path("labels")).isEqualTo(first.path("labels"));
        assertThat(Instant.parse(first.path("endsAt").textValue()))
                .isAfter(opened.at().plus(Duration.ofDays(300)));
        assertThat(last.path("endsAt").textValue()).isEqualTo(resolved.at().toString());
        assertThat(message(SinkKind.ALERTMANAGER, opened, "token").headers())
                .containsEntry("Authorization", "Bearer token");
        assertThat(message(SinkKind.ALERTMANAGER, opened).url()).hasPath("/hook/api/v2/alerts");
    }

    @Test
    void linkThatIsNoAddressOfAPageIsLeftOut() {
        Escalation opened =
                EscalationExample.of(EscalationChange.OPENED, json -> json.put("sourceUrl", "javascript:alert(1)"));

        for (SinkKind kind : List.of(SinkKind.SLACK, SinkKind.PAGERDUTY, SinkKind.ALERTMANAGER)) {
            assertThat(new String(message(kind, opened, "key").body(), UTF_8)).doesNotContain("javascript");
        }
    }

    @Test
    void statusSaysWhetherToTryAgain() {
        assertThat(List.of(200, 202, 204))
                .allSatisfy(status -> assertThat(List.of(SinkKind.values()).stream()
                                .map(kind -> kind.sink().verdict(status)))
                        .containsOnly(Verdict.DELIVERED));
        assertThat(List.of(0, 302, 408, 429, 500, 503))
                .allSatisfy(status -> assertThat(List.of(SinkKind.values()).stream()
                                .map(kind -> kind.sink().verdict(status)))
                        .containsOnly(Verdict.FAILED));
        assertThat(SinkKind.WEBHOOK.sink().verdict(400)).isEqualTo(Verdict.FAILED);
        assertThat(SinkKind.WEBHOOK.sink().verdict(410)).isEqualTo(Verdict.GONE);
        assertThat(SinkKind.SLACK.sink().verdict(404)).isEqualTo(Verdict.GONE);
        assertThat(SinkKind.PAGERDUTY.sink().verdict(400)).isEqualTo(Verdict.REJECTED);
        assertThat(SinkKind.ALERTMANAGER.sink().verdict(400)).isEqualTo(Verdict.REJECTED);
    }

    private static Escalation hostile(String text) {
        String endless = text.repeat(1 + 4_000 / text.length());
        return EscalationExample.of(EscalationChange.OPENED, json -> {
            json.put("reason", endless).put("summary", endless).put("dedupKey", "k".repeat(300));
            ObjectNode handoff = (ObjectNode) json.path("handoff");
            handoff.putArray("logs");
            for (int i = 0; i < 30; i++) {
                handoff.withArray("logs").add(endless.substring(0, 400));
            }
        });
    }

    private static Message message(SinkKind kind, Escalation escalation, String... secrets) {
        return kind.sink().message(new Target(URL, List.of(secrets)), new Notice("event-1", escalation, Instant.now()));
    }
}
