package dev.signalbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new data folder for each start; those of earlier starts go, with whatever still runs on them. */
public final class FreshFolders {

    private final Path parent;

    /** @param parent holds nothing but such folders */
    public FreshFolders(Path parent) {
        this.parent = parent.toAbsolutePath().normalize();
    }

    /** Clears the folders that no live stack uses and makes a new one. */
    public Path next() {
        try {
            Files.createDirectories(parent);
            for (Path folder : folders()) {
                FolderLock.take(folder).ifPresent(lock -> clear(folder, lock));
            }
            return Files.createTempDirectory(parent, "run-");
        } catch (IOException e) {
            throw new StackFailure("The folder " + parent + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static void clear(Path folder, FolderLock lock) {
        try (lock) {
            new ProcessTable(folder).stopOrphans();
            delete(folder);
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
