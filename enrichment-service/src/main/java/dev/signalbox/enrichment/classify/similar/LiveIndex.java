package dev.signalbox.enrichment.classify.similar;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * A Lucene index of one field that is searched while it changes. Safe for several threads; a change is seen after
 * {@link #refresh()}.
 */
final class LiveIndex implements Closeable {

    private static final String ID = "id";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    LiveIndex(Directory directory, IndexWriterConfig config) {
        this.directory = directory;
        try {
            writer = new IndexWriter(directory, config);
            searchers = new SearcherManager(writer, new Searching(config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Searching extends SearcherFactory {

        private final IndexWriterConfig config;

        Searching(IndexWriterConfig config) {
            this.config = config;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(config.getSimilarity());
            // no two tickets ask the same
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** What is done with an index that does not change meanwhile. */
    interface Search<R> {
        R in(IndexSearcher searcher) throws IOException;
    }

    /** Puts a text in the place of the one with this id. */
    void put(String id, IndexableField... fields) {
        Document document = new Document();
        document.add(new StringField(ID, id, Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
        for (IndexableField field : fields) {
            document.add(field);
        }
        try {
            writer.updateDocument(new Term(ID, id), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String id) {
        try {
            writer.deleteDocuments(new Term(ID, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <R> R search(Search<R> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of documents that were found, in their order. */
    static List<String> ids(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
        List<String> ids = new ArrayList<>(found.length);
        for (ScoreDoc doc : found) {
            ids.add(value(searcher, doc, ID).utf8ToString());
        }
        return ids;
    }

    /** A value that is kept with a document; it is good until the next one is asked for. */
    static BytesRef value(IndexSearcher searcher, ScoreDoc doc, String field) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
        values.advanceExact(doc.doc - leaf.docBase);
        return values.binaryValue();
    }

    /** Bytes of its files. */
    long bytes() {
        try {
            long sum = 0;
            for (String file : directory.listAll()) {
                sum += directory.fileLength(file);
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
