package dev.signalbox.enrichment.classify.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.SentenceEncoder;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Embeddings in PostgreSQL: computed once for all replicas, which also agree here on who computes one. Knows hashes of texts,
 * never texts.
 */
@ApplicationScoped
public class MeaningStore {

    private static final String LOAD = """
            select m.kind, m.id, m.vector from text_meaning m
            join unnest($2::text[], $3::text[], $4::text[]) as asked (kind, id, text_hash)
              on asked.kind = m.kind and asked.id = m.id and asked.text_hash = m.text_hash
            where m.encoder = $1 and m.vector is not null""";
    private static final String CLAIM = """
            insert into text_meaning as m (kind, id, encoder, text_hash, claimed_until)
            select asked.kind, asked.id, $1, asked.text_hash, clock_timestamp() + interval '2 minutes'
            from unnest($2::text[], $3::text[], $4::text[]) as asked (kind, id, text_hash)
            order by asked.kind, asked.id
            on conflict (kind, id, encoder) do update
            set text_hash = excluded.text_hash, vector = null, claimed_until = excluded.claimed_until
            where m.text_hash <> excluded.text_hash or m.vector is null and m.claimed_until < clock_timestamp()
            returning m.kind, m.id""";
    private static final String SAVE = """
            update text_meaning m set vector = known.vector
            from (select * from unnest($2::text[], $3::text[], $4::text[], $5::bytea[])
                  as known (kind, id, text_hash, vector)) as known
            where m.kind = known.kind and m.id = known.id and m.encoder = $1 and m.text_hash = known.text_hash""";
    private static final String FORGET = """
            delete from text_meaning m using unnest($1::text[], $2::text[]) as gone (kind, id)
            where m.kind = gone.kind and m.id = gone.id""";
    private static final String KEEP_ONLY = """
            delete from text_meaning m
            where m.kind = $1 and m.claimed_until < clock_timestamp() - interval '1 hour'
              and not exists (select from unnest($2::text[]) as known (id) where known.id = m.id)""";

    private final Transactions transactions;

    MeaningStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What these texts mean, as far as it was computed. */
    public Uni<Map<TextKey, Embedding>> load(Map<TextKey, String> texts) {
        return transactions.run(work -> work.query(LOAD, named(texts))).map(rows -> {
            Map<TextKey, Embedding> found = new HashMap<>();
            rows.forEach(row ->
                    found.put(key(row), Embedding.stored(row.getBuffer("vector").getBytes())));
            return found;
        });
    }

    /** Those of the texts that the caller is to compute and {@link #save}; of the others somebody else has said so. */
    public Uni<Set<TextKey>> claim(Map<TextKey, String> texts) {
        return transactions.run(work -> work.query(CLAIM, named(texts))).map(MeaningStore::keys);
    }

    /** Keeps what texts mean, if they were not given another text or forgotten meanwhile. */
    public Uni<Void> save(Map<TextKey, String> texts, Map<TextKey, Embedding> meanings) {
        Buffer[] vectors = texts.keySet().stream()
                .map(key -> Buffer.buffer(meanings.get(key).bytes()))
                .toArray(Buffer[]::new);
        return transactions
                .run(work -> work.query(SAVE, named(texts).addValue(vectors)))
                .replaceWithVoid();
    }

    /** Forgets texts, whatever encoder read them. */
    public Uni<Void> forget(Collection<TextKey> gone) {
        Tuple arguments = Tuple.tuple().addArrayOfString(kinds(gone)).addArrayOfString(ids(gone));
        return transactions.run(work -> work.query(FORGET, arguments)).replaceWithVoid();
    }

    /** Forgets what is left of texts that were forgotten while nobody listened. */
    public Uni<Integer> keepOnly(TextKind kind, Collection<String> ids) {
        Tuple arguments = Tuple.of(kind.name()).addArrayOfString(ids.toArray(String[]::new));
        return transactions.run(work -> work.query(KEEP_ONLY, arguments)).map(RowSet::rowCount);
    }

    private static Tuple named(Map<TextKey, String> texts) {
        List<String> hashes = new ArrayList<>();
        texts.values().forEach(text -> hashes.add(hash(text)));
        return Tuple.of(SentenceEncoder.NAME)
                .addArrayOfString(kinds(texts.keySet()))
                .addArrayOfString(ids(texts.keySet()))
                .addArrayOfString(hashes.toArray(String[]::new));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Set<TextKey> keys(RowSet<Row> rows) {
        Set<TextKey> keys = new HashSet<>();
        rows.forEach(row -> keys.add(key(row)));
        return keys;
    }

    private static TextKey key(Row row) {
        return new TextKey(TextKind.valueOf(row.getString("kind")), row.getString("id"));
    }

    private static String[] kinds(Collection<TextKey> keys) {
        return keys.stream().map(key -> key.kind().name()).toArray(String[]::new);
    }

    private static String[] ids(Collection<TextKey> keys) {
        return keys.stream().map(TextKey::id).toArray(String[]::new);
    }
}
