package dev.signalbox.intake.http;

import dev.signalbox.edge.ProblemException;
import dev.signalbox.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Lets so many requests in as can be carried, and none wait for ever: 429 and 503 say when to come again. */
@ApplicationScoped
public class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    private final IntakeConfig config;
    private final AtomicInteger inFlight = new AtomicInteger();

    Admission(IntakeConfig config) {
        this.config = config;
    }

    /** Runs a request. What fails for a reason that is not the caller's becomes 503. */
    public <T> Uni<T> admit(Supplier<Uni<T>> request) {
        if (inFlight.incrementAndGet() > config.maxInFlight()) {
            inFlight.decrementAndGet();
            return Uni.createFrom()
                    .failure(ProblemException.tryAgain(
                            429, "Too many requests are being processed.", Duration.ofSeconds(1)));
        }
        return Uni.createFrom()
                .deferred(request::get)
                .ifNoItem()
                .after(config.patience())
                .failWith(() -> away("Kafka or PostgreSQL does not answer."))
                .onFailure(Admission::isTrouble)
                .transform(Admission::unavailable)
                .onTermination()
                .invoke(inFlight::decrementAndGet);
    }

    /** Kafka's and PostgreSQL's; a fault of our own is told as such. */
    private static boolean isTrouble(Throwable failure) {
        return !(failure instanceof ProblemException
                || failure instanceof NullPointerException
                || failure instanceof IllegalArgumentException
                || failure instanceof ClassCastException);
    }

    private static Throwable unavailable(Throwable failure) {
        LOG.warnf("a request was turned away: %s", failure);
        return away("Kafka or PostgreSQL is not available.");
    }

    private static ProblemException away(String title) {
        return ProblemException.tryAgain(
                503, title + " Nothing is lost; repeat with the same Idempotency-Key.", COME_AGAIN);
    }
}
