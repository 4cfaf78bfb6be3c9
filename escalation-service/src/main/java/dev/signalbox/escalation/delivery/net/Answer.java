package dev.signalbox.escalation.delivery.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answered. Its body is not kept: it would let an endpoint's URL read what it must not.
 *
 * @param status HTTP status; 0 if there was no answer
 * @param retryAfter how long the endpoint asks to be left alone (RFC 9110, 10.2.3), or null
 * @param problem why there was no answer, or null
 */
public record Answer(
        int status, @Nullable Duration retryAfter, @Nullable String problem) {

    public static Answer none(String problem) {
        return new Answer(0, null, problem);
    }
}
