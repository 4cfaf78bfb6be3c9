package dev.signalbox.routing;

import dev.signalbox.edge.Policies;
import dev.signalbox.outbox.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts further replicas of routing in the test's process. */
@ApplicationScoped
class Replicas {

    private final Transactions transactions;
    private final Policies policies;
    private final RoutingConfig config;
    private final RoutingMetrics metrics;

    Replicas(Transactions transactions, Policies policies, RoutingConfig config, RoutingMetrics metrics) {
        this.transactions = transactions;
        this.policies = policies;
        this.config = config;
        this.metrics = metrics;
    }

    /** One that knows nothing yet but the database. */
    Replica start() {
        return new Replica(transactions, policies, config, metrics);
    }
}
