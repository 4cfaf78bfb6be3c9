package dev.signalbox.enrichment.classify.similar;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Finds texts whose meaning is near: an approximate search in a graph (HNSW), over 8 bits for each dimension. Whoever changes
 * it also pays for merging its parts: one thread, which has time.
 */
final class MeaningIndex implements Closeable {

    private static final String FIELD = "meaning";
    private static final String FINE = "fine";
    /** Neighbours of a text in the graph, and candidates while they are chosen; docs/adr/0044 says what they cost. */
    static final int CONNECTIONS = 16;

    static final int BEAM = 100;

    private static final double BUFFER_MIB = 16;
    private static final double PARTS = 4;

    private final LiveIndex index;

    MeaningIndex(Directory directory, int connections, int beam) {
        TieredMergePolicy parts = new TieredMergePolicy();
        parts.setSegmentsPerTier(PARTS);
        KnnVectorsFormat graph = new Lucene99HnswVectorsFormat(connections, beam);
        index = new LiveIndex(
                directory,
                new IndexWriterConfig()
                        .setCodec(new Lucene912Codec() {
                            @Override
                            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                                return graph;
                            }
                        })
                        .setRAMBufferSizeMB(BUFFER_MIB)
                        .setMergePolicy(parts)
                        .setMergeScheduler(new SerialMergeScheduler()));
    }

    void put(String id, Embedding meaning) {
        index.put(
                id,
                new KnnByteVectorField(FIELD, meaning.even(), VectorSimilarityFunction.DOT_PRODUCT),
                new BinaryDocValuesField(FINE, new BytesRef(meaning.bytes())));
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

    /** Texts that it knows, as of the last refresh. */
    int size() {
        return index.search(searcher -> searcher.getIndexReader().numDocs());
    }

    /** The nearest texts, best first, with the cosine. */
    List<Hit> find(Embedding meaning, int atMost) {
        return index.search(searcher -> find(searcher, meaning, atMost));
    }

    /** The graph finds candidates by coarse vectors, the fine ones put them in order. */
    private static List<Hit> find(IndexSearcher searcher, Embedding meaning, int atMost) throws IOException {
        ScoreDoc[] found = searcher.search(new KnnByteVectorQuery(FIELD, meaning.even(), atMost), atMost).scoreDocs;
        List<String> ids = LiveIndex.ids(searcher, found);
        List<Hit> hits = new ArrayList<>(found.length);
        for (int i = 0; i < found.length; i++) {
            BytesRef fine = LiveIndex.value(searcher, found[i], FINE);
            byte[] bytes = Arrays.copyOfRange(fine.bytes, fine.offset, fine.offset + fine.length);
            hits.add(new Hit(ids.get(i), Embedding.stored(bytes).cosine(meaning)));
        }
        hits.sort(Comparator.comparingDouble((Hit hit) -> -hit.likeness()));
        return hits;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
