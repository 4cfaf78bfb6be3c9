package dev.signalbox.contracts;

/** Who works on a ticket (S25): T0 self-service, T1 front line, T2 specialists, T3 experts, T4 external vendor. */
public enum SupportTier {
    T0,
    T1,
    T2,
    T3,
    T4
}
