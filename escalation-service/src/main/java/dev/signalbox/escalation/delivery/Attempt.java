package dev.signalbox.escalation.delivery;

import dev.signalbox.escalation.delivery.net.Answer;
import dev.signalbox.escalation.delivery.sink.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt that is over. */
record Attempt(Delivery delivery, Instant at, Duration took, Answer answer, Verdict verdict) {

    /** What the log says; null: delivered. */
    @Nullable
    String problem() {
        if (verdict == Verdict.DELIVERED) {
            return null;
        }
        return answer.problem() == null ? verdict + ": status " + answer.status() : answer.problem();
    }

    @Nullable
    Integer status() {
        return answer.status() == 0 ? null : answer.status();
    }
}
