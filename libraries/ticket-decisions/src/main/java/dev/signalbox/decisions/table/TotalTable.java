package dev.signalbox.decisions.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A row for every constant of an enum: a policy cannot leave a hole. */
public final class TotalTable<K extends Enum<K>, V> {

    private final Map<K, V> rows;

    /**
     * A table of these rows.
     *
     * @throws IllegalArgumentException if a constant has no row; the message names those that lack one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TotalTable(Map<K, V> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a table must have rows");
        }
        Set<K> missing = EnumSet.allOf(rows.keySet().iterator().next().getDeclaringClass());
        rows.forEach((key, value) -> {
            if (value != null) {
                missing.remove(key);
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the table has no row for " + missing);
        }
        this.rows = Collections.unmodifiableMap(new EnumMap<>(rows));
    }

    /** The row of that key. */
    public V of(K key) {
        V row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("A total table has a row for " + key);
        }
        return row;
    }

    /** All rows, in the order of the enum. */
    @JsonValue
    public Map<K, V> rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotalTable<?, ?> table && rows.equals(table.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
