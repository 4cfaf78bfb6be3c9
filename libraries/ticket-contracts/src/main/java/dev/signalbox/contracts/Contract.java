package dev.signalbox.contracts;

import org.jspecify.annotations.Nullable;

/** What an account has negotiated beyond its plan (S28): a first response target, a support calendar's name. */
public record Contract(
        @Nullable WorkTime firstResponse, @Nullable String calendar) {}
