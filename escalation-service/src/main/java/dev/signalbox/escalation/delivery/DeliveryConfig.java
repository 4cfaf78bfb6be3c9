package dev.signalbox.escalation.delivery;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.RiskLevel;
import dev.signalbox.contracts.Severity;
import dev.signalbox.escalation.delivery.sink.SinkKind;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of the deliveries beside the topic. */
@ConfigMapping(prefix = "signalbox.delivery")
public interface DeliveryConfig {

    /** Who is told, by name. */
    Map<String, EndpointConfig> endpoints();

    /** Blocks of addresses that may be reached although they are not public, for example 10.1.0.0/16; also over http. */
    Optional<List<String>> allow();

    /** Waits between the attempts, each varied by a fifth; after the last one a delivery is given up. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retries();

    /** How long one attempt may take. */
    @WithDefault("15s")
    Duration timeout();

    /** How long the log of an escalation that is over is kept. */
    @WithDefault("30d")
    Duration keep();

    /** So many failures in a row open an endpoint's circuit. */
    @WithDefault("5")
    int circuitFailures();

    /** The first rest of an open circuit; doubles with each failed probe up to 64 times that. */
    @WithDefault("5s")
    Duration circuitRest();

    /** One endpoint. Whatever a filter does not name is let through. */
    interface EndpointConfig {

        SinkKind sink();

        URI url();

        /** By sink: signing secrets (the new one first), the routing key, none, a bearer token. */
        Optional<List<String>> secrets();

        Optional<Set<EscalationChange>> changes();

        Optional<Set<EscalationTrigger>> triggers();

        Optional<Set<EscalationType>> types();

        /** This risk or a higher one. */
        @WithDefault("LOW")
        RiskLevel minimumRisk();

        Optional<Set<Severity>> severities();

        Optional<Set<Band>> bands();

        Optional<Set<PlanTier>> plans();

        Optional<Set<String>> accounts();

        Optional<QuietConfig> quiet();
    }

    /** Local times between which only what is CRITICAL or goes straight to the experts is told. */
    interface QuietConfig {

        LocalTime from();

        LocalTime to();

        @WithDefault("UTC")
        ZoneId zone();
    }
}
