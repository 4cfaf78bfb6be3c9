package dev.signalbox.systemtests.invariants;

import dev.signalbox.systemtests.history.History;

/** Something that must hold in every history, whatever was killed. */
public interface Invariant {

    /** What a violation is called in the table, for example {@code two owners at once}. */
    String violation();

    /** Reports every violation with the place where it shows. */
    void check(History history, Violations violations);
}
