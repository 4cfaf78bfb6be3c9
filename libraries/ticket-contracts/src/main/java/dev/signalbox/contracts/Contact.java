package dev.signalbox.contracts;

import org.jspecify.annotations.Nullable;

/** A named person at the account. {@code role} as in {@link Requester}; {@code vip} protects from deflection (S58). */
public record Contact(String email, @Nullable String role, boolean vip) {}
