package dev.signalbox.decisions.score;

import dev.signalbox.decisions.table.TotalTable;

/** Whole points, 0..100. */
final class Points {

    private Points() {}

    static void require(String name, int points) {
        if (points < 0 || points > 100) {
            throw new IllegalArgumentException(name + " must be 0..100, is " + points);
        }
    }

    static <K extends Enum<K>> void require(String name, TotalTable<K, Integer> table) {
        if (table == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        table.rows().forEach((key, points) -> require(name + "." + key, points));
    }

    /** As {@link #require(String, TotalTable)}; no row has more points than the one before. */
    static <K extends Enum<K>> void requireFalling(String name, TotalTable<K, Integer> table) {
        require(name, table);
        int before = 100;
        for (var row : table.rows().entrySet()) {
            if (row.getValue() > before) {
                throw new IllegalArgumentException(
                        name + "." + row.getKey() + " must not be above the row before, " + before);
            }
            before = row.getValue();
        }
    }
}
