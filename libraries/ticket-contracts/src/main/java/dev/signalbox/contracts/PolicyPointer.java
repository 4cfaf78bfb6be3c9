package dev.signalbox.contracts;

/** Value of the keys {@code active} and {@code shadow} on {@code policies}. */
public record PolicyPointer(String hash) {}
