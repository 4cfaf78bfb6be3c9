package dev.signalbox.local.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good answers are.
 *
 * @param texts number of answers
 * @param accuracy share of right ones, 0..1
 * @param macroF1 mean F1 of the intents, 0..1
 * @param calibrationError mean distance between confidence and share of right answers over ten equal ranges, 0..1
 * @param intents each with its precision and recall
 * @param confusions pairs of intents, the most frequent first
 */
public record Scorecard(
        int texts,
        double accuracy,
        double macroF1,
        double calibrationError,
        List<Intent> intents,
        List<Confusion> confusions) {

    private static final int RANGES = 10;

    /** One intent. */
    public record Intent(String intent, int texts, double precision, double recall, double f1) {}

    /** So often one intent was taken for another. */
    public record Confusion(String actual, String guessed, int texts) {}

    /** Answers with at least some confidence: their share of all, and the share of right ones among them. */
    public record Gate(double coverage, double precision) {}

    static Scorecard of(List<Answer> answers) {
        Map<String, int[]> counts = new TreeMap<>();
        Map<Confusion, Integer> pairs = new HashMap<>();
        double[] confidence = new double[RANGES];
        double[] right = new double[RANGES];
        int all = 0;
        for (Answer answer : answers) {
            counts.computeIfAbsent(answer.actual(), unused -> new int[3])[0]++;
            counts.computeIfAbsent(answer.guessed(), unused -> new int[3])[1]++;
            int range = Math.min(RANGES - 1, (int) (answer.confidence() * RANGES));
            confidence[range] += answer.confidence();
            if (answer.right()) {
                counts.get(answer.actual())[2]++;
                right[range]++;
                all++;
            } else {
                pairs.merge(new Confusion(answer.actual(), answer.guessed(), 0), 1, Integer::sum);
            }
        }
        double distance = 0;
        for (int range = 0; range < RANGES; range++) {
            distance += Math.abs(confidence[range] - right[range]);
        }
        List<Intent> intents = new ArrayList<>();
        counts.forEach((intent, count) -> intents.add(new Intent(
                intent,
                count[0],
                share(count[2], count[1]),
                share(count[2], count[0]),
                share(2 * count[2], count[0] + count[1]))));
        List<Confusion> confusions = pairs.entrySet().stream()
                .map(pair -> new Confusion(pair.getKey().actual(), pair.getKey().guessed(), pair.getValue()))
                .sorted(Comparator.comparing(Confusion::texts)
                        .reversed()
                        .thenComparing(Confusion::actual)
                        .thenComparing(Confusion::guessed))
                .toList();
        return new Scorecard(
                answers.size(),
                share(all, answers.size()),
                intents.stream()
                        .filter(intent -> intent.texts() > 0)
                        .mapToDouble(Intent::f1)
                        .average()
                        .orElse(0),
                distance / Math.max(1, answers.size()),
                intents,
                confusions);
    }

    /** @param from by answer: a threshold belongs to the model that gave it */
    static Gate gate(List<Answer> answers, List<Double> from) {
        int above = 0;
        int right = 0;
        for (int at = 0; at < answers.size(); at++) {
            if (answers.get(at).confidence() >= from.get(at)) {
                above++;
                right += answers.get(at).right() ? 1 : 0;
            }
        }
        return new Gate(share(above, answers.size()), above == 0 ? 1 : share(right, above));
    }

    /**
     * How well confidence tells texts of known intents from others: the share of pairs in which the known one has more
     * (AUROC), and the share of others that is kept out where 95 % of the known ones are let in.
     */
    public record Scope(int outside, double auroc, double keptOut) {

        private static final double LET_IN = 0.95;

        static Scope of(List<Double> inside, List<Double> outside) {
            List<Double> sorted = inside.stream().sorted().toList();
            double threshold = sorted.get((int) (sorted.size() * (1 - LET_IN)));
            double wins = 0;
            for (double other : outside) {
                for (double known : sorted) {
                    wins += known > other ? 1 : known == other ? 0.5 : 0;
                }
            }
            return new Scope(
                    outside.size(),
                    wins / ((double) inside.size() * outside.size()),
                    share((int) outside.stream().filter(c -> c < threshold).count(), outside.size()));
        }
    }

    private static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }
}
