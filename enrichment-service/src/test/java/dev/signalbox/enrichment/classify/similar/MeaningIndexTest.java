package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class MeaningIndexTest {

    private static final int TEXTS = 3000;
    private static final int TOPICS = 60;
    private static final int DIMENSIONS = 96;

    @Test
    void theNearestOfThousandsAreFoundWhileTheyComeAndGo() throws IOException {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        float[][] topics = new float[TOPICS][];
        for (int i = 0; i < TOPICS; i++) {
            topics[i] = near(random, new float[DIMENSIONS], 1);
        }
        List<Embedding> texts = new ArrayList<>();
        try (MeaningIndex index =
                new MeaningIndex(new ByteBuffersDirectory(), MeaningIndex.CONNECTIONS, MeaningIndex.BEAM)) {
            for (int i = 0; i < TEXTS; i++) {
                texts.add(Embedding.of(near(random, topics[random.nextInt(TOPICS)], 0.5f)));
                index.put("t" + i, texts.get(i));
                if (i % 250 == 0) {
                    index.refresh();
                }
            }
            for (int i = 0; i < TEXTS; i += 10) {
                index.remove("t" + i);
            }
            index.refresh();

            int found = 0;
            for (int question = 0; question < 100; question++) {
                Embedding asked = Embedding.of(near(random, topics[question % TOPICS], 0.5f));
                List<String> nearest =
                        index.find(asked, 50).stream().limit(10).map(Hit::id).toList();
                found += (int)
                        exact(texts, asked).stream().filter(nearest::contains).count();
            }
            assertThat(index.size()).isEqualTo(TEXTS - TEXTS / 10);
            assertThat(found / 1000.0).isGreaterThanOrEqualTo(0.97);
        }
    }

    private static List<String> exact(List<Embedding> texts, Embedding asked) {
        return IntStream.range(0, TEXTS)
                .filter(i -> i % 10 != 0)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -asked.cosine(texts.get(i))))
                .limit(10)
                .map(i -> "t" + i)
                .toList();
    }

    private static float[] near(Random random, float[] topic, float spread) {
        float[] vector = topic.clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += spread * (float) random.nextGaussian();
        }
        return vector;
    }
}
