package dev.signalbox.local.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Texts that come one after the other: the model is asked about each, and learns it afterwards with the others of its part.
 * Beside it a model that stays as it was at the beginning.
 */
public final class LearningStream {

    /** What learns and guesses. */
    public interface Learner {

        /** Learns these texts and forgets all others. */
        void learn(List<LabelledText> texts);

        /** The intent that is guessed for each text, in their order. */
        List<String> guess(List<LabelledText> texts);

        /** One that learns in a process of its own. */
        static Learner of(OfflineClassifier classifier, double misroute, boolean embedding) {
            return new Learner() {
                @Override
                public void learn(List<LabelledText> texts) {
                    classifier.learn(texts, misroute, embedding);
                }

                @Override
                public List<String> guess(List<LabelledText> texts) {
                    List<String> intents = new ArrayList<>();
                    for (JsonNode said : classifier.guess(texts).path("said")) {
                        intents.add(said.path("intent").asText());
                    }
                    return intents;
                }
            };
        }
    }

    /**
     * A part of the stream.
     *
     * @param learnt texts that the model had learnt when it was asked
     * @param asked texts of this part
     * @param accuracy share of right intents, 0..1
     * @param frozen the same of the model that does not learn
     */
    public record Part(int learnt, int asked, double accuracy, double frozen) {

        /** As a line of a table. */
        public String line() {
            return String.format(Locale.ROOT, "%7d %7d %9.4f %7.4f", learnt, asked, accuracy, frozen);
        }
    }

    private final int examples;
    private final int part;

    /**
     * @param examples texts of each intent that are learnt at the beginning: the first that come
     * @param part texts after which is learnt
     */
    public LearningStream(int examples, int part) {
        this.examples = examples;
        this.part = part;
    }

    /** Lets the texts come in their order. */
    public List<Part> run(Learner learner, List<LabelledText> texts, Consumer<Part> said) {
        List<LabelledText> learnt = new ArrayList<>();
        List<LabelledText> coming = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        texts.forEach(text -> (taken.merge(text.intent(), 1, Integer::sum) <= examples ? learnt : coming).add(text));
        learner.learn(learnt);
        boolean[] frozen = right(learner, coming);
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < coming.size(); from += part) {
            int to = Math.min(coming.size(), from + part);
            List<LabelledText> asked = coming.subList(from, to);
            if (from > 0) {
                learner.learn(learnt);
            }
            boolean[] now = from > 0 ? right(learner, asked) : Arrays.copyOf(frozen, to);
            parts.add(new Part(learnt.size(), asked.size(), share(now), share(Arrays.copyOfRange(frozen, from, to))));
            said.accept(parts.get(parts.size() - 1));
            learnt.addAll(asked);
        }
        return parts;
    }

    private static boolean[] right(Learner learner, List<LabelledText> texts) {
        List<String> guessed = learner.guess(texts);
        boolean[] right = new boolean[texts.size()];
        for (int at = 0; at < right.length; at++) {
            right[at] = texts.get(at).intent().equals(guessed.get(at));
        }
        return right;
    }

    private static double share(boolean[] right) {
        int sum = 0;
        for (boolean each : right) {
            sum += each ? 1 : 0;
        }
        return right.length == 0 ? 0 : (double) sum / right.length;
    }
}
