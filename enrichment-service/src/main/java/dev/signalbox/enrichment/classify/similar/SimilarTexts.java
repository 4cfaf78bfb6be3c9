package dev.signalbox.enrichment.classify.similar;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents whose texts resemble another text: at once by their words, and by their meaning as soon as that is
 * known (S10, S62). Safe for several threads; what was removed is not found any more from then on.
 *
 * @param <T> what the texts belong to
 */
public final class SimilarTexts<T> implements Closeable {

    /** Each order is asked for so many, so that what both find has a chance to come first. */
    private static final int DEPTH = 50;
    /** Texts that have nothing to do with each other have cosines up to about this. */
    private static final float UNRELATED = 0.3f;

    private final Function<T, String> textOf;
    private final Map<String, T> documents = new ConcurrentHashMap<>();
    private final WordIndex words;
    private final MeaningIndex meanings;

    /**
     * @param textOf the text that stands for a document
     * @param name of its part of the folder
     * @param lengths how much a text loses by being long, 0..1
     */
    public SimilarTexts(Function<T, String> textOf, ScratchFolder folder, String name, float lengths) {
        this(textOf, folder, name, lengths, MeaningIndex.CONNECTIONS, MeaningIndex.BEAM);
    }

    SimilarTexts(
            Function<T, String> textOf, ScratchFolder folder, String name, float lengths, int connections, int beam) {
        this.textOf = textOf;
        words = new WordIndex(folder.directory(name + "-words"), lengths);
        meanings = new MeaningIndex(folder.directory(name + "-meanings"), connections, beam);
    }

    /**
     * What is looked for.
     *
     * @param meaning null: by words alone
     */
    public record Asked(Words words, @Nullable Embedding meaning) {}

    /**
     * A document that was found.
     *
     * @param similarity 0..1, the greater of both
     * @param words likeness of words, 0..1
     * @param cosine of the meanings, or null where it was not found by its meaning
     */
    public record Found<T>(
            T document,
            float similarity,
            float words,
            @Nullable Float cosine) {}

    /** Puts a document in the place of the one with this id; whether its text is new. */
    public synchronized boolean put(String id, T document) {
        T before = documents.put(id, document);
        String text = textOf.apply(document);
        if (before != null && textOf.apply(before).equals(text)) {
            return false;
        }
        words.put(id, Words.of(text));
        if (before != null) {
            meanings.remove(id);
        }
        return true;
    }

    /** Says what a text means; false, and nothing is changed, if the document with this id has another text by now. */
    public synchronized boolean means(String id, String text, Embedding meaning) {
        if (!text.equals(text(id))) {
            return false;
        }
        meanings.put(id, meaning);
        return true;
    }

    public synchronized void remove(String id) {
        if (documents.remove(id) != null) {
            words.remove(id);
            meanings.remove(id);
        }
    }

    /** The text of a document, or null if there is none with this id. */
    public @Nullable String text(String id) {
        T document = documents.get(id);
        return document == null ? null : textOf.apply(document);
    }

    public Collection<T> documents() {
        return documents.values();
    }

    public List<String> ids() {
        return List.copyOf(documents.keySet());
    }

    public int size() {
        return documents.size();
    }

    /** How many can be found by their meaning. */
    public int withMeaning() {
        return meanings.size();
    }

    /** Bytes of its files. */
    public long bytes() {
        return words.bytes() + meanings.bytes();
    }

    /** Lets what was put until now be found by its words. */
    public void refreshWords() {
        words.refresh();
    }

    /** Lets what was said of meanings until now be found by them; may take seconds, in which parts are merged. */
    public void refreshMeanings() {
        meanings.refresh();
    }

    /** The documents that resemble a text the most, best first. */
    public List<Found<T>> find(Asked asked, int atMost) {
        if (atMost == 0) {
            return List.of();
        }
        if (asked.meaning() == null) {
            return found(words.find(asked.words(), atMost), List.of(), atMost);
        }
        int depth = Math.max(DEPTH, atMost);
        return found(words.find(asked.words(), depth), meanings.find(asked.meaning(), depth), atMost);
    }

    private List<Found<T>> found(List<Hit> byWords, List<Hit> byMeaning, int atMost) {
        Map<String, Float> likeness = likeness(byWords);
        Map<String, Float> cosines = likeness(byMeaning);
        List<Found<T>> found = new ArrayList<>(atMost);
        for (String id : ReciprocalRanks.fuse(List.of(ids(byWords), ids(byMeaning)))) {
            T document = documents.get(id);
            if (document != null && found.size() < atMost) {
                float words = likeness.getOrDefault(id, 0f);
                Float cosine = cosines.get(id);
                found.add(new Found<>(document, Math.max(words, related(cosine)), words, cosine));
            }
        }
        return found;
    }

    private static float related(@Nullable Float cosine) {
        return cosine == null ? 0 : Math.max(0, (cosine - UNRELATED) / (1 - UNRELATED));
    }

    private static Map<String, Float> likeness(List<Hit> hits) {
        Map<String, Float> likeness = new HashMap<>();
        hits.forEach(hit -> likeness.put(hit.id(), hit.likeness()));
        return likeness;
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).toList();
    }

    @Override
    public void close() throws IOException {
        words.close();
        meanings.close();
    }
}
