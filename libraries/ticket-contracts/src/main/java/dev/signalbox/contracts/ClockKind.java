package dev.signalbox.contracts;

/** The promises that run towards a customer (P1). */
public enum ClockKind {
    FIRST_RESPONSE,
    NEXT_RESPONSE,
    RESOLUTION,
    UPDATE
}
