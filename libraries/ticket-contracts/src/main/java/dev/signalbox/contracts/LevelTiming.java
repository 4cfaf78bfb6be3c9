package dev.signalbox.contracts;

/** Why a level of a clock is due at its moment (N5). */
public enum LevelTiming {
    /** At its share of the clock's working time. */
    SHARE,
    /** Earlier: at the last moment that leaves time for handing over and for the next agent's first reply. */
    LAST_RESPONSIBLE_MOMENT,
    /** At its share: handing over and a first reply do not fit before the deadline any more. */
    NO_TIME_TO_HAND_OVER
}
