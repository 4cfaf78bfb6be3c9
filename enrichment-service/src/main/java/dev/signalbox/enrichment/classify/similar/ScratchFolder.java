package dev.signalbox.enrichment.classify.similar;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * A folder of this process for files that can be made again. It is deleted when it is closed; what processes that were
 * killed have left is deleted by the next one.
 */
public final class ScratchFolder implements Closeable {

    private static final String PREFIX = "signalbox-index-";
    private static final String LOCK = "in-use";

    private final Path folder;
    private final FileChannel lock;

    private ScratchFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes one below a folder. */
    public static ScratchFolder in(Path parent) {
        try {
            for (Path left : leftBehind(parent)) {
                delete(left);
            }
            Path folder = Files.createTempDirectory(parent, PREFIX);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            return new ScratchFolder(folder, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders whose process has ended. One without its lock file is just being made. */
    private static List<Path> leftBehind(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> Files.exists(folder.resolve(LOCK)))
                    .filter(ScratchFolder::free)
                    .toList();
        }
    }

    private static boolean free(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | IOException inUse) {
            return false;
        }
    }

    /** A place for an index, outside of the heap: the system keeps in memory what is used of it. */
    Directory directory(String name) {
        try {
            // nobody else writes here
            return new MMapDirectory(folder.resolve(name), NoLockFactory.INSTANCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }
}
