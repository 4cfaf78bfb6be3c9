package dev.signalbox.contracts;

/** How many are affected (S9), widest first. */
public enum Impact {
    WIDESPREAD,
    LARGE,
    LIMITED,
    LOCAL
}
