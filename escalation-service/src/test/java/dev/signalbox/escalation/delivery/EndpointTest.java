package dev.signalbox.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.RiskLevel;
import dev.signalbox.escalation.delivery.sink.EscalationExample;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Endpoints as they are configured by environment variables, as docs/operate.md shows them. */
class EndpointTest {

    private final Escalation opened = EscalationExample.of(EscalationChange.OPENED);

    @Test
    void variablesConfigureAnEndpointAndItsFilter() {
        Endpoint ops = endpoint(Map.of("MINIMUM_RISK", "CRITICAL", "TRIGGERS", "OUTAGE,SECURITY"));

        assertThat(ops.name()).isEqualTo("ops");
        assertThat(ops.target().url()).hasToString("https://ops.example/hook");
        assertThat(ops.target().secrets()).containsExactly(EndpointPorts.NEW_SECRET, EndpointPorts.OLD_SECRET);
        assertThat(ops.isConcernedBy(opened)).isEqualTo(opened.risk() == RiskLevel.CRITICAL);
    }

    @Test
    void filterLetsThroughWhatItDoesNotName() {
        assertThat(endpoint(Map.of()).isConcernedBy(opened)).isTrue();
        assertThat(endpoint(Map.of("PLANS", opened.planTier().name())).isConcernedBy(opened))
                .isTrue();
        assertThat(endpoint(Map.of("ACCOUNTS", "somebody-else")).isConcernedBy(opened))
                .isFalse();
        assertThat(endpoint(Map.of("BANDS", "LOW")).isConcernedBy(opened)).isFalse();
        assertThat(endpoint(Map.of("SEVERITIES", "P1")).isConcernedBy(opened)).isFalse();
    }

    @Test
    void endIsHeardOfWhateverChangesAreNamed() {
        Endpoint ops = endpoint(Map.of("CHANGES", "OPENED"));

        assertThat(ops.hears(EscalationExample.of(EscalationChange.UPDATED))).isFalse();
        assertThat(ops.hears(opened)).isTrue();
        assertThat(ops.hears(EscalationExample.of(EscalationChange.RESOLVED))).isTrue();
        assertThat(ops.hears(EscalationExample.of(EscalationChange.CANCELLED))).isTrue();
    }

    @Test
    void quietHoursHoldBackWhatCanWait() {
        Endpoint ops = endpoint(Map.of("QUIET_FROM", "22:00", "QUIET_TO", "07:00", "QUIET_ZONE", "Europe/Berlin"));
        Instant midnight = Instant.parse("2026-11-23T23:00:00Z");
        Escalation critical = EscalationExample.of(EscalationChange.OPENED, json -> json.put("risk", "CRITICAL"));
        Escalation later = EscalationExample.of(EscalationChange.OPENED, json -> json.put("type", "HIERARCHICAL"));

        assertThat(ops.toldAt(later, midnight)).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
        assertThat(ops.toldAt(opened, midnight)).isEqualTo(midnight);
        assertThat(ops.toldAt(critical, midnight)).isEqualTo(midnight);
        assertThat(endpoint(Map.of()).toldAt(later, midnight)).isEqualTo(midnight);
    }

    @Test
    void faultNamesTheEndpointAndNoSecret() {
        assertThatThrownBy(() -> endpoint(Map.of("SECRETS", "whsec_dG9vLXNob3J0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signalbox.delivery.endpoints.ops")
                .hasMessageContaining("24 to 64 bytes")
                .hasMessageNotContaining("dG9vLXNob3J0");
        assertThat(endpoint(Map.of()).target().toString()).doesNotContain("whsec", "hook");
    }

    private static Endpoint endpoint(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SIGNALBOX_DELIVERY_ENDPOINTS_OPS_SINK", "WEBHOOK");
        environment.put("SIGNALBOX_DELIVERY_ENDPOINTS_OPS_URL", "https://ops.example/hook");
        environment.put(
                "SIGNALBOX_DELIVERY_ENDPOINTS_OPS_SECRETS", EndpointPorts.NEW_SECRET + "," + EndpointPorts.OLD_SECRET);
        settings.forEach((name, value) -> environment.put("SIGNALBOX_DELIVERY_ENDPOINTS_OPS_" + name, value));
        DeliveryConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(DeliveryConfig.class)
                .build()
                .getConfigMapping(DeliveryConfig.class);
        return new Endpoints(config).all().get(0);
    }
}
