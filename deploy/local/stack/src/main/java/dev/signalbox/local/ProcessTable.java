package dev.signalbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The running processes of one data folder, kept in a file, so that those of a killed stack are found. One line each:
 * process id, name and marker, separated by tabs; the marker is a part of its command line and tells it from a stranger
 * that got the same id.
 */
public final class ProcessTable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private record Entry(long pid, String name, String marker) {

        static Entry parse(String line) {
            String[] columns = line.split("\t", 3);
            return new Entry(Long.parseLong(columns[0]), columns[1], columns[2]);
        }

        String line() {
            return pid + "\t" + name + "\t" + marker;
        }

        boolean isTheProcess(ProcessHandle process) {
            return process.info().commandLine().orElse("").contains(marker);
        }
    }

    private final Path file;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    public ProcessTable(Path dataFolder) {
        this.file = dataFolder.resolve("processes");
    }

    public Path file() {
        return file;
    }

    synchronized void add(long pid, String name, String marker) {
        entries.put(pid, new Entry(pid, name, marker));
        write();
    }

    synchronized void remove(long pid) {
        if (entries.remove(pid) != null) {
            write();
        }
    }

    /**
     * Stops what a killed stack left behind: first politely, after some seconds by force.
     *
     * @return the names of the stopped processes
     */
    public synchronized List<String> stopOrphans() {
        if (Files.notExists(file)) {
            return List.of();
        }
        List<Entry> orphans = read().stream()
                .filter(e -> ProcessHandle.of(e.pid()).filter(e::isTheProcess).isPresent())
                .toList();
        orphans.stream().map(Entry::pid).map(ProcessHandle::of).forEach(p -> p.ifPresent(ProcessHandle::destroy));
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Entry orphan : orphans) {
            ProcessHandle.of(orphan.pid()).ifPresent(p -> endBy(p, deadline));
        }
        write();
        return orphans.stream().map(Entry::name).toList();
    }

    /** Waits for the end of an asked process, then insists. */
    static void endBy(ProcessHandle process, long deadlineNanos) {
        if (!endsBy(process, deadlineNanos)) {
            process.destroyForcibly();
            if (!endsBy(process, System.nanoTime() + GRACE.toNanos())) {
                throw new StackFailure("Process " + process.pid() + " does not end: stop it by hand and try again.");
            }
        }
    }

    private static boolean endsBy(ProcessHandle process, long deadlineNanos) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new StackFailure("Process " + process.pid() + " cannot be watched: " + e.getMessage(), e);
        }
    }

    private List<Entry> read() {
        try {
            return Files.readAllLines(file).stream().map(Entry::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Path fresh = file.resolveSibling("processes.new");
            Files.write(fresh, entries.values().stream().map(Entry::line).toList());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
