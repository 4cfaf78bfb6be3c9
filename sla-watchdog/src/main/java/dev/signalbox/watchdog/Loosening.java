package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.decisions.sla.LooseningFact;
import dev.signalbox.edge.JsonRequest;
import java.time.Instant;
import java.util.Map;

/**
 * What a person asks for who promises less.
 *
 * @param dueAt the later deadline
 * @param by who answers for it
 * @param reason why
 */
public record Loosening(ClockKind clock, Instant dueAt, String by, String reason) {

    private static final Map<String, Integer> LONGEST = Map.of("by", 200, "reason", 4_000);

    static Loosening read(byte[] body) {
        return JsonRequest.read(body, Loosening.class, LONGEST);
    }

    /** The same request again is the same fact. */
    LooseningFact at(Instant now) {
        return new LooseningFact(
                EventIds.of("loosening", clock.name(), dueAt.toString(), by, reason), now, clock, dueAt, by, reason);
    }
}
