package dev.signalbox.enrichment.classify.similar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.enrichment.classify.embedding.SentenceEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vectors of a measurement in a file, so that they are computed once: hashes of texts and 384 floats each. */
final class VectorCache {

    private final Path file;
    private final Map<UUID, float[]> vectors = new HashMap<>();

    VectorCache(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = folder.resolve(SentenceEncoder.NAME + ".f32");
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() throws IOException {
        byte[] bytes = new byte[SentenceEncoder.DIMENSIONS * Float.BYTES];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                UUID key = new UUID(in.readLong(), in.readLong());
                in.readFully(bytes);
                float[] vector = new float[SentenceEncoder.DIMENSIONS];
                ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
                vectors.put(key, vector);
            }
        } catch (EOFException end) {
            // a last entry that was cut off by a stop is computed again
            return;
        }
    }

    float @Nullable [] of(String text) {
        return vectors.get(key(text));
    }

    void add(List<String> texts, float[][] computed) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (int i = 0; i < computed.length; i++) {
                UUID key = key(texts.get(i));
                vectors.put(key, computed[i]);
                out.writeLong(key.getMostSignificantBits());
                out.writeLong(key.getLeastSignificantBits());
                ByteBuffer bytes = ByteBuffer.allocate(SentenceEncoder.DIMENSIONS * Float.BYTES);
                bytes.asFloatBuffer().put(computed[i]);
                out.write(bytes.array());
            }
        }
    }

    private static UUID key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }
}
