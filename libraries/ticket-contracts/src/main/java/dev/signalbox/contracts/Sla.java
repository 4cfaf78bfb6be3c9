package dev.signalbox.contracts;

import java.util.List;

/**
 * The targets that scoring gives; the watchdog owns the running promise (S28-S30).
 *
 * @param flags what a person should know, for example {@code CHANNEL_OUTSIDE_PLAN}: accepted, never refused
 */
public record Sla(SlaTarget firstResponse, SlaTarget nextResponse, SlaTarget resolution, List<String> flags) {

    public Sla {
        flags = flags == null ? List.of() : List.copyOf(flags);
    }
}
