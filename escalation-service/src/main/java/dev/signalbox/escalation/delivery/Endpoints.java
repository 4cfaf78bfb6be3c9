package dev.signalbox.escalation.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The configured endpoints; a fault in one keeps the service from starting. */
@ApplicationScoped
class Endpoints {

    private final List<Endpoint> all;

    Endpoints(DeliveryConfig config) {
        this.all = config.endpoints().entrySet().stream()
                .map(entry -> Endpoint.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Endpoint::name))
                .toList();
    }

    List<Endpoint> all() {
        return all;
    }

    Optional<Endpoint> named(String name) {
        return all.stream().filter(endpoint -> endpoint.name().equals(name)).findFirst();
    }
}
