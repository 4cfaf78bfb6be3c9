package dev.signalbox.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook was sent by who knows the secret. Each vendor signs in its own way; whoever cannot sign (Freshdesk)
 * sends the secret itself in a header of its own or as the password of basic authentication.
 */
final class WebhookSignature {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    private WebhookSignature() {}

    /**
     * @param header finds a header of the request
     */
    static boolean isValid(String secret, byte[] body, Function<String, @Nullable String> header, Instant now) {
        String zendesk = header.apply("X-Zendesk-Webhook-Signature");
        if (zendesk != null) {
            String timestamp = header.apply("X-Zendesk-Webhook-Signature-Timestamp");
            return timestamp != null
                    && isRecent(timestamp, now)
                    && same(
                            zendesk,
                            Base64.getEncoder()
                                    .encodeToString(hmac("HmacSHA256", secret, timestamp.getBytes(UTF_8), body)));
        }
        String sha256 = header.apply("X-Hub-Signature-256");
        if (sha256 != null) {
            return same(sha256, "sha256=" + hex("HmacSHA256", secret, body));
        }
        String hub = header.apply("X-Hub-Signature");
        if (hub != null) {
            return hub.startsWith("sha256=")
                    ? same(hub, "sha256=" + hex("HmacSHA256", secret, body))
                    : same(hub, "sha1=" + hex("HmacSHA1", secret, body));
        }
        String plain = header.apply("X-Signalbox-Secret");
        return plain != null ? same(plain, secret) : isPassword(header.apply("Authorization"), secret);
    }

    private static boolean isRecent(String timestamp, Instant now) {
        try {
            return Duration.between(Instant.parse(timestamp), now).abs().compareTo(OLDEST) <= 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private static boolean isPassword(@Nullable String authorization, String secret) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return false;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).trim()), UTF_8);
            return same(pair.substring(pair.indexOf(':') + 1), secret);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String hex(String algorithm, String secret, byte[] body) {
        return HexFormat.of().formatHex(hmac(algorithm, secret, body));
    }

    private static byte[] hmac(String algorithm, String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }
}
