package dev.signalbox.intake.http;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets old idempotency keys once an hour. */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    void start(@Observes StartupEvent started, Vertx vertx, IdempotencyKeys keys) {
        vertx.setPeriodic(
                Duration.ofHours(1).toMillis(),
                ignored -> keys.forgetOld()
                        .subscribe()
                        .with(
                                rows -> LOG.debugf("forgot %d idempotency keys", rows),
                                failure -> LOG.warnf("old idempotency keys stay for now: %s", failure.getMessage())));
    }
}
