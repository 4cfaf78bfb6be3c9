package dev.signalbox.contracts;

/** Whether an agent can be given work now (P25). */
public enum Presence {
    ONLINE,
    AWAY,
    OFFLINE
}
