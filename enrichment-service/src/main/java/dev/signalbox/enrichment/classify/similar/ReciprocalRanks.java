package dev.signalbox.enrichment.classify.similar;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one order of several: each adds 1 / (60 + place) to what it names (reciprocal rank fusion; Cormack, Clarke and
 * Büttcher, SIGIR 2009). Scores of different kinds need not compare.
 */
final class ReciprocalRanks {

    private static final double FLAT = 60;

    private ReciprocalRanks() {}

    /** What the orders name, best first; of equal ones what was named earlier. */
    static List<String> fuse(List<List<String>> orders) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (List<String> order : orders) {
            for (int place = 0; place < order.size(); place++) {
                sums.merge(order.get(place), 1 / (FLAT + place + 1), Double::sum);
            }
        }
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
