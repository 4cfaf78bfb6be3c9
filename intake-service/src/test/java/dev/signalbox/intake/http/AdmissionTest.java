package dev.signalbox.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.edge.ProblemException;
import dev.signalbox.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(new Settings());

    @Test
    void moreThanCanBeCarriedIsSentAway() {
        UniAssertSubscriber<Object> waiting = ask(Uni.createFrom().nothing());
        assertThat(status(ask(Uni.createFrom().item("x")))).isEqualTo(429);
        waiting.cancel();
        ask(Uni.createFrom().item("x")).assertItem("x");
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgain() {
        assertThat(status(ask(Uni.createFrom().nothing()).awaitFailure())).isEqualTo(503);
        ask(Uni.createFrom().item("x")).assertItem("x");
    }

    @Test
    void troubleOfKafkaAndPostgresIsNotTheCallersFault() {
        assertThat(status(ask(Uni.createFrom().failure(new ConnectException("refused")))))
                .isEqualTo(503);
        assertThat(status(ask(Uni.createFrom().failure(new ProblemException(422, "no", java.util.List.of())))))
                .isEqualTo(422);
        ask(Uni.createFrom().failure(new IllegalStateException("pool closed")))
                .assertFailedWith(ProblemException.class);
        ask(Uni.createFrom().failure(new NullPointerException())).assertFailedWith(NullPointerException.class);
    }

    private UniAssertSubscriber<Object> ask(Uni<Object> work) {
        return admission.admit(() -> work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static int status(UniAssertSubscriber<Object> answer) {
        return ((ProblemException) answer.getFailure()).status();
    }

    /** One request at a time, and hardly any patience. */
    private static final class Settings implements IntakeConfig {
        @Override
        public Map<String, Source> sources() {
            return Map.of();
        }

        @Override
        public int maxInFlight() {
            return 1;
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration idempotencyRetention() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration canaryEvery() {
            return Duration.ZERO;
        }
    }
}
