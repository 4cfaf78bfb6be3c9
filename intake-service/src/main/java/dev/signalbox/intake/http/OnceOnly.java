package dev.signalbox.intake.http;

import dev.signalbox.contracts.Event;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Produces an event for a request, and for a repetition of the request the same one or none. */
@ApplicationScoped
public class OnceOnly {

    private static final Logger LOG = Logger.getLogger(OnceOnly.class);
    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final EventPublisher publisher;

    OnceOnly(IdempotencyKeys keys, EventPublisher publisher) {
        this.keys = keys;
        this.publisher = publisher;
    }

    /** Refuses a key that cannot be one; a missing key is fine. */
    static @Nullable String checked(@Nullable String key) {
        if (key == null) {
            return null;
        }
        boolean printable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        if (key.isBlank() || key.length() > LONGEST_KEY || !printable) {
            throw new ProblemException(
                    400,
                    "The Idempotency-Key cannot be used.",
                    List.of(new Fault("", "is blank, too long or not ASCII", "1 to 255 printable ASCII characters")));
        }
        return key;
    }

    /**
     * Produces the event and waits until Kafka has it.
     *
     * @param event makes the event from the resource's id and the time of receipt; the same for the same arguments
     * @return the resource's id
     */
    Uni<String> produce(
            String tenant, String key, String bodyHash, String newId, BiFunction<String, Instant, Event> event) {
        return keys.claim(tenant, key, bodyHash, newId).chain(claim -> {
            switch (claim.standing()) {
                case OTHER_BODY:
                    throw new ProblemException(422, "This Idempotency-Key was used with another body.", List.of());
                case IN_PROGRESS:
                    throw ProblemException.tryAgain(
                            409, "A request with this Idempotency-Key is being processed.", Duration.ofSeconds(1));
                case ACCEPTED:
                    return Uni.createFrom().item(claim.resourceId());
                default:
                    return publisher
                            .publish(List.of(event.apply(claim.resourceId(), claim.receivedAt())))
                            .onCancellation()
                            .call(() -> quietly(keys.release(tenant, key)))
                            .chain(() -> quietly(keys.accepted(tenant, key)))
                            .replaceWith(claim.resourceId());
            }
        });
    }

    /** What Kafka has is accepted; a mark that fails means only that a repetition produces the same event again. */
    private static Uni<Void> quietly(Uni<Void> mark) {
        return mark.onFailure()
                .invoke(failure -> LOG.warnf("an idempotency key was not marked: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
