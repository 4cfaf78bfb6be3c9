package dev.signalbox.enrichment.classify.similar;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Texts whose meaning the index does not know yet. One thread works it off: what another replica has computed is taken from
 * PostgreSQL, the rest is claimed, computed in batches of like length, and stored. Only names wait here, each once: never
 * more than there are texts.
 */
public final class MeaningBacklog {

    /** Texts that are asked of PostgreSQL at once; the index grows by so large a part. */
    static final int ROUND = 4096;
    /** Texts that are claimed at once: on a busy machine they take most of the time for which a claim is good. */
    private static final int CLAIMED = 512;

    private static final int BATCH = 32;
    /** Texts that are put into the graph before the thread rests. */
    private static final int BREATH = 256;

    private static final Duration OTHERS_AT_WORK = Duration.ofSeconds(1);

    private final Set<TextKey> waiting = new LinkedHashSet<>();
    private final Set<TextKey> gone = new LinkedHashSet<>();
    private final Function<TextKind, SimilarTexts<?>> texts;
    private final MeaningStore store;
    private final Meanings meanings;
    private final Pace pace;
    private final DoubleSupplier load;
    private volatile long computed;
    private volatile long loaded;

    /** @param load of all processors, 0..1; below 0 it is unknown */
    public MeaningBacklog(
            Function<TextKind, SimilarTexts<?>> texts,
            MeaningStore store,
            Meanings meanings,
            Pace pace,
            DoubleSupplier load) {
        this.texts = texts;
        this.store = store;
        this.meanings = meanings;
        this.pace = pace;
        this.load = load;
    }

    /** A text came or was changed. */
    public void add(TextKey key) {
        synchronized (waiting) {
            gone.remove(key);
            waiting.add(key);
        }
    }

    /** A text went: what is stored of it goes too. */
    public void forget(TextKey key) {
        synchronized (waiting) {
            waiting.remove(key);
            gone.add(key);
        }
    }

    /** How many texts wait. */
    public int depth() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** Texts that this replica has computed. */
    public long computed() {
        return computed;
    }

    /** Texts that it took from PostgreSQL. */
    public long loaded() {
        return loaded;
    }

    /**
     * Does a part of the work, in the thread that calls.
     *
     * @param compute false: only forgets
     * @return how many texts are done; 0 if nothing can be done now
     */
    public int work(boolean compute) {
        int done = forget();
        Map<TextKey, String> open = compute ? take() : new LinkedHashMap<>();
        try {
            return open.isEmpty() ? done : done + learn(open);
        } finally {
            putBack(open.keySet());
        }
    }

    private int forget() {
        List<TextKey> now;
        synchronized (waiting) {
            now = List.copyOf(gone);
        }
        if (!now.isEmpty()) {
            store.forget(now).await().indefinitely();
            synchronized (waiting) {
                gone.removeAll(now);
            }
        }
        return now.size();
    }

    private Map<TextKey, String> take() {
        Map<TextKey, String> open = new LinkedHashMap<>();
        synchronized (waiting) {
            Iterator<TextKey> next = waiting.iterator();
            while (next.hasNext() && open.size() < ROUND) {
                TextKey key = next.next();
                next.remove();
                String text = texts.apply(key.kind()).text(key.id());
                if (text != null) {
                    open.put(key, text);
                }
            }
        }
        return open;
    }

    private void putBack(Collection<TextKey> keys) {
        synchronized (waiting) {
            for (TextKey key : keys) {
                if (texts.apply(key.kind()).text(key.id()) == null) {
                    gone.add(key);
                } else {
                    waiting.add(key);
                }
            }
        }
    }

    /** Takes out of {@code open} what is done. */
    private int learn(Map<TextKey, String> open) {
        Map<TextKey, Embedding> stored = store.load(open).await().indefinitely();
        long begun = System.nanoTime();
        int put = 0;
        for (Map.Entry<TextKey, Embedding> entry : stored.entrySet()) {
            String text = open.remove(entry.getKey());
            meanings.remember(text, entry.getValue());
            texts.apply(entry.getKey().kind()).means(entry.getKey().id(), text, entry.getValue());
            put++;
            if (put % BREATH == 0) {
                restAfter(begun);
                begun = System.nanoTime();
            }
        }
        loaded += put;
        int done = stored.size() + (open.isEmpty() ? 0 : compute(open));
        for (TextKind kind : TextKind.values()) {
            texts.apply(kind).refreshMeanings();
        }
        return done;
    }

    private int compute(Map<TextKey, String> open) {
        Map<TextKey, String> next = new LinkedHashMap<>();
        open.entrySet().stream().limit(CLAIMED).forEach(text -> next.put(text.getKey(), text.getValue()));
        Set<TextKey> mine = store.claim(next).await().indefinitely();
        if (mine.isEmpty()) {
            rest(OTHERS_AT_WORK);
        }
        List<TextKey> byLength = new ArrayList<>(mine);
        byLength.sort(Comparator.comparing(key -> open.get(key).length()));
        for (int from = 0; from < byLength.size(); from += BATCH) {
            Map<TextKey, String> batch = new LinkedHashMap<>();
            byLength.subList(from, Math.min(byLength.size(), from + BATCH))
                    .forEach(key -> batch.put(key, open.get(key)));
            computeBatch(batch);
            open.keySet().removeAll(batch.keySet());
        }
        return mine.size();
    }

    private void computeBatch(Map<TextKey, String> batch) {
        long begun = System.nanoTime();
        Map<TextKey, Embedding> known = new LinkedHashMap<>();
        List<Embedding> embeddings = meanings.of(List.copyOf(batch.values()));
        for (TextKey key : batch.keySet()) {
            known.put(key, embeddings.get(known.size()));
        }
        store.save(batch, known).await().indefinitely();
        computed += batch.size();
        Set<TextKey> other = new HashSet<>();
        known.forEach((key, embedding) -> {
            if (!texts.apply(key.kind()).means(key.id(), batch.get(key), embedding)) {
                other.add(key);
            }
        });
        // changed or gone meanwhile: what was just stored of them is replaced or forgotten
        putBack(other);
        restAfter(begun);
    }

    private void restAfter(long begun) {
        rest(pace.restAfter(Duration.ofNanos(System.nanoTime() - begun), load.getAsDouble()));
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
