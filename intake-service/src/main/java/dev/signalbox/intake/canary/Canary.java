package dev.signalbox.intake.canary;

import dev.signalbox.contracts.Topic;
import dev.signalbox.intake.IntakeConfig;
import dev.signalbox.outbox.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends a canary through the line again and again, from {@code helpdesk.events} to {@code sla.clocks}, and measures how
 * long it takes. It lives at the head of the line, not in the watchdog: what watches must not fail with what is watched.
 */
@ApplicationScoped
class Canary {

    private static final Logger LOG = Logger.getLogger(Canary.class);

    private final EventPublisher publisher;
    private final MeterRegistry meters;
    private final Map<String, Object> broker;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "canary");
    private volatile long lastArrival = System.nanoTime();

    Canary(
            EventPublisher publisher,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            IntakeConfig config) {
        this.publisher = publisher;
        this.meters = meters;
        this.broker = broker;
        this.every = config.canaryEvery();
    }

    void start(@Observes StartupEvent started) {
        if (every.isZero()) {
            return;
        }
        TimeGauge.builder("signalbox.canary.age", () -> System.nanoTime() - lastArrival, TimeUnit.NANOSECONDS)
                .description("Time since a canary last came all the way, or since the start")
                .register(meters);
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        thread.join(Duration.ofSeconds(3).toMillis());
    }

    private void run() {
        while (goesOn()) {
            try (CanaryWatch watch = new CanaryWatch(broker)) {
                while (goesOn()) {
                    long begin = System.nanoTime();
                    send(watch);
                    rest(every.toNanos() - (System.nanoTime() - begin));
                }
            } catch (RuntimeException trouble) {
                LOG.warnf("no canary: %s", trouble);
                lost(Topic.HELPDESK_EVENTS);
                rest(every.toNanos());
            }
        }
    }

    private void send(CanaryWatch watch) {
        CanaryTicket canary = CanaryTicket.hatched(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        watch.expect(canary.id());
        publisher.publishRecords(List.of(canary.told())).await().atMost(every);
        Optional<Topic> missing = watch.watch(canary.id(), every, this::goesOn, this::arrived);
        if (missing.isEmpty()) {
            lastArrival = System.nanoTime();
        } else if (goesOn()) {
            LOG.warnf(
                    "the canary %s was not seen on %s within %s",
                    canary.id(), missing.get().topicName(), every);
            lost(missing.get());
        }
    }

    private void arrived(Topic topic, Duration after) {
        Timer.builder("signalbox.canary.arrival")
                .tag("topic", topic.topicName())
                .register(meters)
                .record(after);
    }

    private void lost(Topic notSeenOn) {
        meters.counter("signalbox.canary.lost", "topic", notSeenOn.topicName()).increment();
    }

    private boolean goesOn() {
        return stopping.getCount() > 0;
    }

    private void rest(long nanos) {
        try {
            stopping.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
