package dev.signalbox.contracts;

import org.jspecify.annotations.Nullable;

/** Who did something. */
public record Actor(
        Kind kind, @Nullable String id, @Nullable String email) {

    /** SYSTEM: an automation, never a person. */
    public enum Kind {
        CUSTOMER,
        AGENT,
        SYSTEM
    }
}
