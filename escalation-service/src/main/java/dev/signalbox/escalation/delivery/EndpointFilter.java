package dev.signalbox.escalation.delivery;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.escalation.delivery.DeliveryConfig.EndpointConfig;
import java.util.Optional;
import java.util.Set;

/** Which changes an endpoint wants to hear of. */
record EndpointFilter(EndpointConfig wanted) {

    boolean wants(Escalation escalation) {
        return escalation.risk().compareTo(wanted.minimumRisk()) >= 0
                && lets(wanted.triggers(), escalation.trigger())
                && lets(wanted.types(), escalation.type())
                && lets(wanted.severities(), escalation.severity())
                && lets(wanted.bands(), escalation.band())
                && lets(wanted.plans(), escalation.planTier())
                && lets(wanted.accounts(), escalation.accountId());
    }

    boolean wants(EscalationChange change) {
        return lets(wanted.changes(), change);
    }

    private static <T> boolean lets(Optional<Set<T>> named, T value) {
        return named.isEmpty() || (value != null && named.get().contains(value));
    }
}
