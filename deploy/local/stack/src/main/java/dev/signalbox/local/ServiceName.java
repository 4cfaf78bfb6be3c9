package dev.signalbox.local;

import java.nio.file.Path;
import java.util.Locale;

/** The services in the order in which a ticket meets them; each has its module and its place in the row of ports. */
public enum ServiceName {
    INTAKE("intake-service", 1),
    ENRICHMENT("enrichment-service", 2),
    SCORING("scoring-service", 3),
    ROUTING("routing-service", 4),
    SLA_WATCHDOG("sla-watchdog", 5),
    ESCALATION("escalation-service", 6);

    private final String module;
    private final int portOffset;

    ServiceName(String module, int portOffset) {
        this.module = module;
        this.portOffset = portOffset;
    }

    /** The folder of its module. */
    public String module() {
        return module;
    }

    /** Its distance from the first HTTP port. */
    public int portOffset() {
        return portOffset;
    }

    /** For example {@code sla-watchdog}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Path jar(Path root) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
