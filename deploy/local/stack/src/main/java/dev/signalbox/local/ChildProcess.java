package dev.signalbox.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java process with a log file, noted in the process table while it runs. */
final class ChildProcess {

    // Ctrl-C reaches the whole terminal group; the stack stops its parts itself, in order
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private final String name;
    private final Path log;
    private final ProcessTable table;
    private Process process;

    ChildProcess(String name, Path log, ProcessTable table) {
        this.name = name;
        this.log = log;
        this.table = table;
    }

    /**
     * @param arguments what follows {@code java} on the command line
     * @param environment added to that of this process
     */
    void start(List<String> arguments, Map<String, String> environment) {
        String marker = "-Dsignalbox.part=" + name + "@" + log.getParent().getParent();
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            process = builder.start();
        } catch (IOException e) {
            throw new StackFailure("Could not start " + name + ": " + e.getMessage() + ".", e);
        }
        table.add(process.pid(), name, marker);
    }

    String name() {
        return name;
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    long pid() {
        return isRunning() ? process.pid() : 0;
    }

    Path log() {
        return log;
    }

    void stop(Duration grace) {
        if (process != null) {
            process.destroy();
            end(System.nanoTime() + grace.toNanos());
        }
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly();
            end(System.nanoTime());
        }
    }

    private void end(long deadlineNanos) {
        ProcessTable.endBy(process.toHandle(), deadlineNanos);
        table.remove(process.pid());
        process = null;
    }

    /** The failure to report when the process does not get ready, after stopping it. */
    StackFailure notReady(Duration waited) {
        String how = isRunning() ? "was not ready within " + waited.toSeconds() + " s" : "ended while it started";
        kill();
        return new StackFailure(name + " " + how + ": " + log + " says why.");
    }
}
