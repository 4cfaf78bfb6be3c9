package dev.signalbox.contracts;

/** How the customer reached support (S1). */
public enum Channel {
    EMAIL,
    CHAT,
    PHONE,
    PORTAL,
    IN_APP,
    API
}
