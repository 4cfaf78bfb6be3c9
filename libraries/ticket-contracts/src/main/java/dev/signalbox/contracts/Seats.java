package dev.signalbox.contracts;

/** Seats in use and seats paid for (S2). */
public record Seats(int used, int allowed) {}
