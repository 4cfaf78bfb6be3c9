package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.Json;
import dev.signalbox.systemtests.history.Accepted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What was accepted, one JSON line each, on the disk before it counts. */
public final class Journal implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final FileChannel file;
    private final LinkedBlockingQueue<Accepted> waiting = new LinkedBlockingQueue<>();
    private final List<Accepted> written = new ArrayList<>();
    private final Thread writer = new Thread(this::write, "journal");
    private volatile boolean closing;

    public Journal(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        writer.start();
    }

    void add(Accepted accepted) {
        waiting.add(accepted);
    }

    /** Everything that is on the disk, in the order in which it was accepted. */
    public List<Accepted> written() {
        synchronized (written) {
            return List.copyOf(written);
        }
    }

    /** How much is on the disk. */
    public int size() {
        synchronized (written) {
            return written.size();
        }
    }

    private void write() {
        List<Accepted> batch = new ArrayList<>();
        try {
            while (!closing || !waiting.isEmpty()) {
                Accepted first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH);
                    append(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(List<Accepted> batch) throws IOException {
        for (Accepted accepted : batch) {
            ByteBuffer line =
                    ByteBuffer.wrap((Json.text(accepted) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
        }
        file.force(false);
        synchronized (written) {
            written.addAll(batch);
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        Ends.join(writer);
        file.close();
    }
}
