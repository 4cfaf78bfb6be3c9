package dev.signalbox.contracts;

import org.jspecify.annotations.Nullable;

/** The person who asks. {@code role} is the contact's role at the account, for example {@code CTO}. */
public record Requester(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String role) {}
