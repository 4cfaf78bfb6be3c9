package dev.signalbox.enrichment.classify.embedding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Embeddings of texts, each computed once while it is remembered. The encoder is loaded with the first text. */
public final class Meanings {

    private final Map<String, Embedding> remembered;
    private final Supplier<? extends Encoder> load;
    private Encoder encoder;

    /** @param most texts that are remembered; those used longest ago are forgotten first */
    public Meanings(int most) {
        this(most, SentenceEncoder::new);
    }

    /** @param load called with the first text */
    public Meanings(int most, Supplier<? extends Encoder> load) {
        this.load = load;
        remembered = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
                return size() > most;
            }
        };
    }

    /** The embedding of each text, in their order; 1 to 20 ms for each that is not remembered. */
    public List<Embedding> of(List<String> texts) {
        Map<String, Embedding> found = new HashMap<>();
        Set<String> unknown = new LinkedHashSet<>(texts);
        synchronized (remembered) {
            unknown.removeIf(text -> {
                Embedding embedding = remembered.get(text);
                return embedding != null && found.put(text, embedding) == null;
            });
        }
        List<String> missing = List.copyOf(unknown);
        if (!missing.isEmpty()) {
            float[][] vectors = encoder().encode(missing);
            synchronized (remembered) {
                for (int i = 0; i < vectors.length; i++) {
                    Embedding embedding = Embedding.of(vectors[i]);
                    found.put(missing.get(i), embedding);
                    remembered.put(missing.get(i), embedding);
                }
            }
        }
        return texts.stream().map(found::get).toList();
    }

    /** The embedding of a text if it is remembered, otherwise null: costs nothing. */
    public @Nullable Embedding known(String text) {
        synchronized (remembered) {
            return remembered.get(text);
        }
    }

    /** Remembers what somebody else has computed. */
    public void remember(String text, Embedding embedding) {
        synchronized (remembered) {
            remembered.put(text, embedding);
        }
    }

    /** Remembers nothing of a text any more. */
    public void forget(String text) {
        synchronized (remembered) {
            remembered.remove(text);
        }
    }

    private synchronized Encoder encoder() {
        if (encoder == null) {
            encoder = load.get();
        }
        return encoder;
    }
}
