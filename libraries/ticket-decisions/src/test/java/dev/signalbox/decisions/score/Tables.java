package dev.signalbox.decisions.score;

import dev.signalbox.decisions.table.TotalTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Total tables from values in the order of the enum. */
final class Tables {

    private Tables() {}

    static <K extends Enum<K>> TotalTable<K, Integer> of(Class<K> keys, int... values) {
        return each(keys, key -> values[key.ordinal()]);
    }

    static <K extends Enum<K>, V> TotalTable<K, V> each(Class<K> keys, Function<K, V> value) {
        Map<K, V> rows = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            rows.put(key, value.apply(key));
        }
        return new TotalTable<>(rows);
    }
}
