package dev.signalbox.decisions.sla;

/** The {@code sla} section of the policy: targets, the watchdog's levels, what moves a running promise (S28-S36). */
public record SlaPolicy(TargetTable targets, WatchdogPolicy watchdog, DynamicPolicy dynamic) {

    public SlaPolicy {
        if (targets == null || watchdog == null || dynamic == null) {
            throw new IllegalArgumentException("sla needs the sections targets, watchdog and dynamic");
        }
    }
}
