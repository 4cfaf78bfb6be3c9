package dev.signalbox.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of this process; what concerns decisions is in the policy. */
@ConfigMapping(prefix = "signalbox.routing")
public interface RoutingConfig {

    /** How often waiting tickets are looked at even if nothing happens. */
    @WithDefault("1s")
    Duration sweep();

    /** How many waiting tickets one transaction takes from all queues together at most. */
    @WithDefault("500")
    int drain();
}
