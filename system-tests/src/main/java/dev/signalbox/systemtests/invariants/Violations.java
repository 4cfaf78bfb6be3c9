package dev.signalbox.systemtests.invariants;

import java.util.ArrayList;
import java.util.List;

/** Counts what breaks an invariant and keeps the first few as examples. */
public final class Violations {

    private static final int EXAMPLES = 5;

    private final List<String> examples = new ArrayList<>();
    private long count;

    /** @param example where it shows, for a person who wants to look */
    public void add(String example) {
        count++;
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }

    void addIf(boolean broken, String example) {
        if (broken) {
            add(example);
        }
    }

    Finding of(Invariant invariant) {
        return new Finding(invariant.violation(), count, List.copyOf(examples));
    }
}
