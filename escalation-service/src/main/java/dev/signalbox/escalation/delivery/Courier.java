package dev.signalbox.escalation.delivery;

import dev.signalbox.escalation.delivery.net.AddressBlock;
import dev.signalbox.escalation.delivery.net.Answer;
import dev.signalbox.escalation.delivery.net.OutboundClient;
import dev.signalbox.escalation.delivery.net.PermittedAddresses;
import dev.signalbox.escalation.delivery.net.Resolver;
import dev.signalbox.escalation.delivery.sink.Message;
import dev.signalbox.escalation.delivery.sink.Sink;
import dev.signalbox.escalation.delivery.sink.Verdict;
import dev.signalbox.timers.TimerLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Goes to every endpoint, in a thread for each: whoever is slow keeps nobody waiting but himself. */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Endpoints endpoints;
    private final DeliveryClaims claims;
    private final DeliveryReports reports;
    private final DeliveryMetrics metrics;
    private final TimerLoop loop;
    private final OutboundClient client;

    Courier(
            Endpoints endpoints,
            DeliveryClaims claims,
            DeliveryReports reports,
            DeliveryMetrics metrics,
            TimerLoop loop,
            Vertx vertx,
            DeliveryConfig config) {
        this.endpoints = endpoints;
        this.claims = claims;
        this.reports = reports;
        this.metrics = metrics;
        this.loop = loop;
        List<AddressBlock> allowed = config.allow().orElse(List.of()).stream()
                .map(AddressBlock::parse)
                .toList();
        this.client =
                new OutboundClient(vertx, Resolver.ofTheMachine(), new PermittedAddresses(allowed), config.timeout());
    }

    void start(@Observes StartupEvent started) {
        endpoints.all().forEach(endpoint -> loop.start("delivery-" + endpoint.name(), () -> round(endpoint)));
    }

    void stop(@Observes ShutdownEvent stopped) {
        client.close();
    }

    /** Runs in the endpoint's own thread. */
    private Uni<Integer> round(Endpoint endpoint) {
        List<Delivery> claimed = claims.claim(endpoint).await().atMost(PATIENCE);
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<CompletableFuture<Attempt>> underWay =
                claimed.stream().map(delivery -> attempt(endpoint, delivery)).toList();
        List<Attempt> attempts = underWay.stream().map(CompletableFuture::join).toList();
        reports.keep(endpoint, attempts).await().atMost(PATIENCE);
        attempts.forEach(attempt -> tell(endpoint, attempt));
        return Uni.createFrom().item(attempts.size());
    }

    private CompletableFuture<Attempt> attempt(Endpoint endpoint, Delivery delivery) {
        Sink sink = endpoint.kind().sink();
        Instant at = Instant.now();
        long begun = System.nanoTime();
        Message message;
        try {
            message = sink.message(endpoint.target(), delivery.notice(at));
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "no message can be made: endpoint=%s delivery=%d", endpoint.name(), delivery.id());
            Answer none = Answer.none("NO_MESSAGE");
            return CompletableFuture.completedFuture(new Attempt(delivery, at, Duration.ZERO, none, Verdict.REJECTED));
        }
        return client.post(message.url(), message.headers(), message.body(), delivery.attempt())
                .thenApply(answer -> new Attempt(
                        delivery,
                        at,
                        Duration.ofNanos(System.nanoTime() - begun),
                        answer,
                        sink.verdict(answer.status())));
    }

    private void tell(Endpoint endpoint, Attempt attempt) {
        boolean givenUp = reports.givesUp(attempt);
        metrics.count(endpoint.name(), attempt, givenUp);
        if (givenUp) {
            LOG.warnf(
                    "given up endpoint=%s delivery=%d: %s",
                    endpoint.name(), attempt.delivery().id(), attempt.problem());
        } else if (attempt.verdict() == Verdict.GONE) {
            LOG.warnf("disabled endpoint=%s: %s", endpoint.name(), attempt.problem());
        }
    }
}
