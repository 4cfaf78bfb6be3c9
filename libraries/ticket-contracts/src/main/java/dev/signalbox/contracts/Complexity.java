package dev.signalbox.contracts;

/** How hard the solution is likely to be (S5). */
public enum Complexity {
    LOW,
    MEDIUM,
    HIGH
}
