package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.confidence.Calibration;
import dev.signalbox.enrichment.classify.confidence.CoverageCurve;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.enrichment.classify.linear.LinearStage;
import dev.signalbox.enrichment.classify.linear.Scores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt from one set of resolved tickets: a linear stage, and where it pays a second one. Immutable; the set
 * names it.
 *
 * @param version names what it was learnt from
 * @param tickets how many
 * @param intents the labels
 * @param sharpness of the linear stage
 * @param calibration of the linear stage
 * @param second null: what the linear stage says is not improved by it
 * @param curve how its guesses on unseen tickets came out
 * @param accuracy share of right ones among them, 0..1
 */
record IntentModel(
        String version,
        int tickets,
        List<Intent> intents,
        LinearStage linear,
        double sharpness,
        Calibration calibration,
        @Nullable SecondStage second,
        CoverageCurve curve,
        double accuracy) {

    /** A text of which this part is known is familiar. */
    private static final double FAMILIAR = 0.5;

    /** An intent, its category and the number of tickets it was learnt from. */
    record Intent(String name, String category, int examples) {}

    /**
     * The likeliest intent of a text.
     *
     * @param raw as the stage gave it, 0..1
     * @param confidence the raw one calibrated: how often such a guess is right, 0..1
     * @param words those that decided, the most telling first
     * @param embedded the second stage was asked
     */
    record Guess(Intent intent, double raw, double confidence, List<String> words, boolean embedded) {}

    /** What the linear stage says, and whether that is enough. */
    private final class First {

        private final LinearStage.Reading reading;
        private final float[] probabilities;
        private final int best;
        private final double raw;

        First(String text) {
            reading = linear.read(text);
            Scores scores = reading.scores();
            probabilities = Probabilities.softmax(scores.ofLabels(), sharpness);
            best = Probabilities.best(probabilities);
            raw = raw(probabilities[best], scores.familiarity());
        }

        boolean unsure() {
            return second != null && raw < second.below();
        }

        Guess guess() {
            return new Guess(intents.get(best), raw, calibration.of(raw), reading.telling(best), false);
        }

        Guess guess(Embedding meaning) {
            float[] both = second.probabilities(probabilities, meaning);
            int label = Probabilities.best(both);
            double weighed = both[label] * second.inScope(label, meaning);
            return new Guess(
                    intents.get(label), weighed, second.calibration().of(weighed), reading.telling(label), true);
        }
    }

    /** A text of which little was ever learnt may not be guessed with confidence, whatever that little says. */
    static double raw(double probability, double familiarity) {
        return probability * Math.min(1, familiarity / FAMILIAR);
    }

    /** The likeliest intent of each text, in their order; the model must have learnt at least one. */
    List<Guess> guess(List<String> texts, Meanings meanings) {
        List<First> firsts = texts.stream().map(First::new).toList();
        List<String> unsure = new java.util.ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (firsts.get(i).unsure()) {
                unsure.add(texts.get(i));
            }
        }
        var embeddings = (unsure.isEmpty() ? List.<Embedding>of() : meanings.of(unsure)).iterator();
        return firsts.stream()
                .map(first -> first.unsure() ? first.guess(embeddings.next()) : first.guess())
                .toList();
    }

    /** The same without its second stage. */
    IntentModel linearAlone() {
        return new IntentModel(version, tickets, intents, linear, sharpness, calibration, null, curve, accuracy);
    }

    boolean empty() {
        return intents.isEmpty();
    }
}
