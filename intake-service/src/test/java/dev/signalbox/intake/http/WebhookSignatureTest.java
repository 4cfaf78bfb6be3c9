package dev.signalbox.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String SECRET = "s3cret";
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void zendeskSignsTimestampAndBody() throws Exception {
        String time = "2026-11-22T08:58:00Z";
        String signature = Base64.getEncoder().encodeToString(hmac("HmacSHA256", time + "{\"a\":1}"));
        Map<String, String> headers =
                Map.of("X-Zendesk-Webhook-Signature", signature, "X-Zendesk-Webhook-Signature-Timestamp", time);
        assertThat(valid(headers, BODY)).isTrue();
        assertThat(valid(headers, "{\"a\":2}".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(WebhookSignature.isValid(SECRET, BODY, headers::get, NOW.plusSeconds(600)))
                .isFalse();
        assertThat(valid(Map.of("X-Zendesk-Webhook-Signature", signature), BODY))
                .isFalse();
    }

    @Test
    void jiraAndIntercomSignTheBody() throws Exception {
        String sha256 = "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", "{\"a\":1}"));
        String sha1 = "sha1=" + HexFormat.of().formatHex(hmac("HmacSHA1", "{\"a\":1}"));
        assertThat(valid(Map.of("X-Hub-Signature", sha256), BODY)).isTrue();
        assertThat(valid(Map.of("X-Hub-Signature-256", sha256), BODY)).isTrue();
        assertThat(valid(Map.of("X-Hub-Signature", sha1), BODY)).isTrue();
        assertThat(valid(Map.of("X-Hub-Signature", sha1.replace('a', 'b')), BODY))
                .isFalse();
        assertThat(valid(Map.of("X-Hub-Signature", ""), BODY)).isFalse();
    }

    @Test
    void whoeverCannotSignSendsTheSecret() {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString("freshdesk:s3cret".getBytes(StandardCharsets.UTF_8));
        assertThat(valid(Map.of("X-Signalbox-Secret", "s3cret"), BODY)).isTrue();
        assertThat(valid(Map.of("Authorization", basic), BODY)).isTrue();
        assertThat(valid(Map.of("X-Signalbox-Secret", "other"), BODY)).isFalse();
        assertThat(valid(Map.of("Authorization", "Basic ***"), BODY)).isFalse();
        assertThat(valid(Map.of("Authorization", "Bearer s3cret"), BODY)).isFalse();
        assertThat(valid(Map.of(), BODY)).isFalse();
    }

    private static boolean valid(Map<String, String> headers, byte[] body) {
        return WebhookSignature.isValid(SECRET, body, headers::get, NOW);
    }

    private static byte[] hmac(String algorithm, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
