package dev.signalbox.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of the intake. A helpdesk needs none: its name is its kind, and its tenant {@code default}. */
@ConfigMapping(prefix = "signalbox.intake")
public interface IntakeConfig {

    /** Helpdesk connections by name, where the defaults do not fit. */
    Map<String, Source> sources();

    /** Requests that may be waiting for Kafka at one time; more are answered with 429. */
    @WithDefault("256")
    int maxInFlight();

    /** How long a request waits for Kafka or PostgreSQL before it is answered with 503. */
    @WithDefault("5s")
    Duration patience();

    /** How long an idempotency key is remembered (architecture 3.2). */
    @WithDefault("7d")
    Duration idempotencyRetention();

    /** How often a ticket of no customer is sent through the whole line, to see whether it moves; 0s for never. */
    @WithDefault("1m")
    Duration canaryEvery();

    /** One helpdesk connection. */
    interface Source {

        /** Which adapter reads it; default: the connection's name, the header {@code sourcetype}, or the shape. */
        Optional<String> type();

        @WithDefault("default")
        String tenant();

        /** E-mail domains of the support team, for helpdesks that do not say whether an author is an agent. */
        Optional<Set<String>> staffDomains();

        /** Ids or e-mail addresses of the helpdesk users by whom assignments are written back: no agent's doing. */
        Optional<Set<String>> writeBackUsers();
    }
}
