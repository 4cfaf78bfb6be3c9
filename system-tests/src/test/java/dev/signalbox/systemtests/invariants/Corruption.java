package dev.signalbox.systemtests.invariants;

import dev.signalbox.systemtests.history.History;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * A fault planted in a correct history.
 *
 * @param violation what the checker has to call it
 * @param plant changes the history under a seed
 */
record Corruption(String name, String violation, BiConsumer<Draft, Random> plant) {

    History of(History correct, Random random) {
        Draft draft = new Draft(correct);
        plant.accept(draft, random);
        return draft.history();
    }

    @Override
    public String toString() {
        return name;
    }
}
