package dev.signalbox.local.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.local.learning.LearningStream.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningStreamTest {

    /** Knows by heart what it has learnt, and nothing else. */
    private static final class ByHeart implements LearningStream.Learner {

        private final Map<String, String> known = new HashMap<>();

        @Override
        public void learn(List<LabelledText> texts) {
            known.clear();
            texts.forEach(text -> known.put(text.body(), text.intent()));
        }

        @Override
        public List<String> guess(List<LabelledText> texts) {
            return texts.stream()
                    .map(text -> known.getOrDefault(text.body(), ""))
                    .toList();
        }
    }

    @Test
    void everyTextIsAskedBeforeItIsLearntAndTheFrozenModelLearnsNothing() {
        List<LabelledText> texts = new ArrayList<>();
        List.of("a", "b", "c", "d", "c", "e", "d").forEach(body -> texts.add(text(texts.size(), body)));

        List<Part> said = new ArrayList<>();
        List<Part> parts = new LearningStream(1, 2).run(new ByHeart(), texts, said::add);

        assertThat(parts)
                .containsExactly(new Part(1, 2, 0, 0), new Part(3, 2, 0.5, 0), new Part(5, 2, 0.5, 0))
                .isEqualTo(said);
    }

    @Test
    void whatWasLearntInAnEarlierPartIsKnownInALaterOne() {
        List<LabelledText> texts = new ArrayList<>();
        List.of("a", "b", "c", "b", "a").forEach(body -> texts.add(text(texts.size(), body)));

        List<Part> parts = new LearningStream(1, 2).run(new ByHeart(), texts, part -> {});

        assertThat(parts).containsExactly(new Part(1, 2, 0, 0), new Part(3, 2, 1, 0.5));
    }

    private static LabelledText text(int number, String body) {
        return new LabelledText("t:" + number, "", body, "C", "intent");
    }
}
