package dev.signalbox.contracts;

/** Bands of the priority score (S19-S23), most urgent first. */
public enum Band {
    CRITICAL,
    HIGH,
    STANDARD,
    LOW,
    SELF_SERVICE
}
