package dev.signalbox.systemtests.chaos;

import dev.signalbox.local.Part;
import dev.signalbox.local.ServiceProcess;
import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A wall clock that jumps by two hours, forward and backward in turns. A kill, seen from the plan: the process has to
 * notice, ends and is started again, with the clock as it is now. Needs libfaketime (Debian package {@code faketime}).
 */
public final class ClockJump implements Part {

    private static final List<String> OFFSETS = List.of("+7200", "+0", "-7200", "+0");
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;

    private final ServiceProcess victim;
    private final Path offset;
    private int jumps;

    public ClockJump(ServiceProcess victim, Path offset) {
        this.victim = victim;
        this.offset = offset;
    }

    /**
     * What a process needs in its environment so that its wall clock can jump.
     *
     * @param offset a file in which its offset will stand
     * @throws StackFailure if libfaketime is not installed
     */
    public static Map<String, String> environment(Path offset) {
        write(offset, "+0");
        return Map.of(
                "LD_PRELOAD",
                libfaketime().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                // seconds; without a cache every look at the clock reads the file, and the process takes minutes to
                // start
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // without it every timed wait of a process whose clock is ahead ends at once, and it uses all
                // processors
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Path libfaketime() {
        try (var libraries = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path folder : libraries) {
                Path library = folder.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return library;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new StackFailure(
                "Clock jumps need libfaketime: install Debian's package faketime, or leave --jumps out.");
    }

    @Override
    public String name() {
        return "clock of " + victim.name();
    }

    @Override
    public String address() {
        return victim.address();
    }

    @Override
    public void start() {
        victim.start();
    }

    @Override
    public void stop() {
        victim.stop();
    }

    /** @throws StackFailure if the process does not notice */
    @Override
    public void kill() {
        write(offset, OFFSETS.get(jumps++ % OFFSETS.size()));
        long deadline = System.nanoTime() + NOTICED_WITHIN.toNanos();
        while (victim.isRunning()) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(victim.name() + " has not noticed within " + NOTICED_WITHIN.toSeconds()
                        + " s that its clock jumped.");
            }
            pause();
        }
        victim.kill();
    }

    @Override
    public boolean isRunning() {
        return victim.isRunning();
    }

    @Override
    public long pid() {
        return victim.pid();
    }

    private static void write(Path offset, String value) {
        try {
            Files.writeString(offset, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while a process was to notice its clock's jump.");
        }
    }
}
