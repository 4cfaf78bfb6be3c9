package dev.signalbox.enrichment.classify.similar;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/** Finds texts by the words they share, the rarer the heavier: BM25, every word of a text once. */
final class WordIndex implements Closeable {

    private static final String FIELD = "words";
    /** The rarest words of a long text decide; the others cost time. */
    private static final int MOST_ASKED = 16;
    /** So many are asked for even if all are common. */
    private static final int LEAST_ASKED = 3;
    /** A word of more texts than these and this part of all tells little about one of them. */
    private static final int COMMON = 500;

    private static final int COMMON_PART = 50;

    private static final double BUFFER_MIB = 8;
    private static final FieldType TYPE = type();

    private final BM25Similarity similarity;
    private final LiveIndex index;

    /** @param lengths how much a text loses by being long, 0..1 (BM25's b) */
    WordIndex(Directory directory, float lengths) {
        similarity = new BM25Similarity(1.2f, lengths);
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(6, 1);
        index = new LiveIndex(
                directory,
                new IndexWriterConfig()
                        .setSimilarity(similarity)
                        .setRAMBufferSizeMB(BUFFER_MIB)
                        .setMergeScheduler(merges));
    }

    private static FieldType type() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    void put(String id, Words words) {
        index.put(id, new Field(FIELD, new Stems(words.writtenByStem().keySet()), TYPE));
    }

    void remove(String id) {
        index.remove(id);
    }

    void refresh() {
        index.refresh();
    }

    long bytes() {
        return index.bytes();
    }

    /** A word that is asked for, with the number of texts that have it. */
    private record Asked(Term term, TermStates states, int texts) {}

    /**
     * The texts that share the most, best first. The likeness is the score's part of what a text of the very same words
     * would have.
     */
    List<Hit> find(Words words, int atMost) {
        return atMost == 0 ? List.of() : index.search(searcher -> find(searcher, words, atMost));
    }

    private List<Hit> find(IndexSearcher searcher, Words words, int atMost) throws IOException {
        CollectionStatistics all = searcher.collectionStatistics(FIELD);
        if (all == null || words.writtenByStem().isEmpty()) {
            return List.of();
        }
        List<Asked> asked = rarest(searcher, words);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        asked.stream()
                .filter(word -> word.texts() > 0)
                .forEach(word -> query.add(new TermQuery(word.term(), word.states()), BooleanClause.Occur.SHOULD));
        ScoreDoc[] found = searcher.search(query.build(), atMost).scoreDocs;
        float whole = wholeScore(all, asked, words.writtenByStem().size());
        List<String> ids = LiveIndex.ids(searcher, found);
        List<Hit> hits = new ArrayList<>(found.length);
        for (int i = 0; i < found.length; i++) {
            hits.add(new Hit(ids.get(i), Math.min(1, found[i].score / whole)));
        }
        return hits;
    }

    private static List<Asked> rarest(IndexSearcher searcher, Words words) throws IOException {
        List<Asked> asked = new ArrayList<>();
        for (String stem : words.writtenByStem().keySet()) {
            Term term = new Term(FIELD, stem);
            TermStates states = TermStates.build(searcher, term, true);
            asked.add(new Asked(term, states, states.docFreq()));
        }
        asked.sort(Comparator.comparingInt(Asked::texts));
        int common = Math.max(COMMON, searcher.getIndexReader().numDocs() / COMMON_PART);
        int telling =
                (int) asked.stream().filter(word -> word.texts() <= common).count();
        return asked.subList(0, Math.min(asked.size(), Math.min(MOST_ASKED, Math.max(LEAST_ASKED, telling))));
    }

    /** What a text of exactly these words would score. */
    private float wholeScore(CollectionStatistics all, List<Asked> asked, int length) {
        TermStatistics[] terms = asked.stream()
                // a word that no text has weighs as much as one that a single text has
                .map(word -> new TermStatistics(
                        new BytesRef(word.term().text()), Math.max(1, word.texts()), Math.max(1, word.texts())))
                .toArray(TermStatistics[]::new);
        return similarity.scorer(1, all, terms).score(1, SmallFloat.intToByte4(length));
    }

    private static final class Stems extends TokenStream {

        private final Set<String> stems;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private Iterator<String> next;

        Stems(Set<String> stems) {
            this.stems = stems;
        }

        @Override
        public void reset() {
            next = stems.iterator();
        }

        @Override
        public final boolean incrementToken() {
            clearAttributes();
            if (!next.hasNext()) {
                return false;
            }
            term.append(next.next());
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
