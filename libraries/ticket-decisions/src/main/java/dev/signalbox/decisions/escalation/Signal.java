package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.WarningSign;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a trigger. It opens an escalation or joins one, once.
 *
 * @param key names the occurrence, the same whenever it is derived from the same facts
 * @param at when it happened, by the clock of its source
 * @param clock the clock of an SLA_BREACH
 * @param level percent of that clock; 0 for other triggers
 * @param predicted the clock's deadline had not passed
 * @param askedBy the agent who asked, or null
 * @param signs what a prediction rests on; empty for everything else
 */
public record Signal(
        String key,
        EscalationTrigger trigger,
        Instant at,
        String reason,
        @Nullable ClockKind clock,
        int level,
        boolean predicted,
        @Nullable String askedBy,
        List<WarningSign> signs) {

    public Signal {
        signs = signs == null ? List.of() : List.copyOf(signs);
    }

    static Signal of(Condition condition, Instant at) {
        String key = condition.trigger() + "@" + at;
        return new Signal(key, condition.trigger(), at, condition.reason(), null, 0, false, null, List.of());
    }

    /** Somebody asks for an escalation by hand. */
    public static Signal asked(String key, EscalationTrigger trigger, Instant at, String reason, String askedBy) {
        return new Signal(key, trigger, at, reason, null, 0, false, askedBy, List.of());
    }

    boolean ofClock() {
        return clock != null;
    }
}
