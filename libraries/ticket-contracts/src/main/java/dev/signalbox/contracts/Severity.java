package dev.signalbox.contracts;

/** Severity on one scale for every plan (S8), worst first. */
public enum Severity {
    P1,
    P2,
    P3,
    P4
}
