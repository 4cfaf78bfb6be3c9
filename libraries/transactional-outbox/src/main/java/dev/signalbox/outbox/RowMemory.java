package dev.signalbox.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Documents of rows as this replica last read or wrote them, so that PostgreSQL need not send, and nobody decode, what
 * has not changed since (docs/adr/0038). A row is told by the transaction that wrote it ({@code xmin}): whoever else
 * changes it makes the memory of it void, and a transaction that was rolled back has written nothing that could be read.
 * A server that was started anew may have lost transactions and give their numbers again: with it everything is forgotten.
 *
 * <p>Safe for use by several threads; documents must never change.
 */
public final class RowMemory<T> {

    /** A ticket's documents take some ten kilobytes: together they fill a quarter of the heap at most. */
    private static final int HEAP_OF_A_ROW = 64 * 1024;

    private record Known<T>(long written, T document) {}

    private final Map<String, Known<T>> rows;
    private Instant serverSince = Instant.EPOCH;

    /** Remembers as many rows as the heap has room for. */
    public RowMemory() {
        this((int) Math.min(100_000, Runtime.getRuntime().maxMemory() / HEAP_OF_A_ROW));
    }

    /** @param most rows that are remembered; beyond, those are forgotten that were not used for longest */
    RowMemory(int most) {
        this.rows = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known<T>> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered of these rows now, for one query. */
    public Recall recall(UnitOfWork work, Collection<String> ids) {
        Map<String, Known<T>> known = new LinkedHashMap<>();
        synchronized (rows) {
            if (!work.serverSince().equals(serverSince)) {
                rows.clear();
                serverSince = work.serverSince();
            }
            ids.forEach(id -> known.put(id, rows.get(id)));
        }
        return new Recall(work, known);
    }

    /**
     * Remembers a document that was written.
     *
     * @param written the row's {@code xmin}
     */
    public void keep(UnitOfWork work, String id, long written, T document) {
        synchronized (rows) {
            if (work.serverSince().equals(serverSince)) {
                rows.put(id, new Known<>(written, document));
            }
        }
    }

    /** A query's view: what it need not read. */
    public final class Recall {

        private final UnitOfWork work;
        private final Map<String, Known<T>> known;

        private Recall(UnitOfWork work, Map<String, Known<T>> known) {
            this.work = work;
            this.known = new HashMap<>(known);
        }

        /** Which transaction wrote each of these rows as it is remembered; null where nothing is. */
        public Long[] written(String[] ids) {
            Long[] written = new Long[ids.length];
            for (int i = 0; i < ids.length; i++) {
                Known<T> row = known.get(ids[i]);
                written[i] = row == null ? null : row.written();
            }
            return written;
        }

        /**
         * The document of a row that was read.
         *
         * @param written the row's {@code xmin}
         * @param row asked for the document only if it is not remembered
         */
        public <R> T document(String id, long written, R row, Function<R, T> decode) {
            Known<T> remembered = known.get(id);
            if (remembered != null && remembered.written() == written) {
                return remembered.document();
            }
            T document = decode.apply(row);
            keep(work, id, written, document);
            return document;
        }
    }
}
