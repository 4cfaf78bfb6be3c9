package dev.signalbox.escalation.delivery;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.RiskLevel;
import dev.signalbox.escalation.delivery.DeliveryConfig.EndpointConfig;
import dev.signalbox.escalation.delivery.sink.SinkKind;
import dev.signalbox.escalation.delivery.sink.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who is told of escalations. */
record Endpoint(String name, SinkKind kind, Target target, EndpointFilter filter, Optional<QuietHours> quiet) {

    /** @throws IllegalArgumentException if the sink lacks something; the message names the endpoint and no secret */
    static Endpoint of(String name, EndpointConfig config) {
        Target target = new Target(config.url(), config.secrets().orElse(List.of()));
        try {
            config.sink().sink().require(target);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("signalbox.delivery.endpoints." + name + ": " + e.getMessage(), e);
        }
        return new Endpoint(
                name,
                config.sink(),
                target,
                new EndpointFilter(config),
                config.quiet().map(quiet -> new QuietHours(quiet.from(), quiet.to(), quiet.zone())));
    }

    /** Whether the change is of a kind that this endpoint hears of; every end is, whatever the filter says. */
    boolean hears(Escalation change) {
        return kind.sink().hears(change) && (ends(change) || filter.wants(change.change()));
    }

    /** Whether such an escalation concerns it. One that did once does to its end, whatever becomes of it meanwhile. */
    boolean isConcernedBy(Escalation change) {
        return filter.wants(change);
    }

    /** When it may be told of a change: at once, or after its quiet hours if that can wait. */
    Instant toldAt(Escalation change, Instant now) {
        boolean cannotWait = change.risk() == RiskLevel.CRITICAL || change.type() == EscalationType.PRIORITY_DRIVEN;
        return cannotWait ? now : quiet.map(hours -> hours.endOr(now)).orElse(now);
    }

    /** Whether the change is an escalation's end. */
    static boolean ends(Escalation change) {
        return switch (change.change()) {
            case RESOLVED, CANCELLED -> true;
            default -> false;
        };
    }
}
