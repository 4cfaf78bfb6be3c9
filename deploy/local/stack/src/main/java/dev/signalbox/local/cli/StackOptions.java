package dev.signalbox.local.cli;

import dev.signalbox.local.FreshFolders;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every command that starts the whole of Signalbox. */
final class StackOptions {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the state there. Otherwise each start begins with an empty folder.")
    private Path data;

    @Option(names = "--quiet", description = "Print only the end.")
    private boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "Show this text.")
    private boolean help;

    Console console() {
        return Console.standard(quiet);
    }

    /** Takes the folder and checks that there is room and that the ports are free. */
    LocalStack stack() {
        StackPorts ports = StackPorts.of(System.getenv());
        Path folder = data == null ? new FreshFolders(Signalbox.root().resolve(".signalbox/runs")).next() : data;
        LocalStack stack = LocalStack.in(folder, Signalbox.root(), ports);
        ensureRoom(stack.data());
        ports.ensureFree();
        return stack;
    }

    private static void ensureRoom(Path folder) {
        try {
            if (Files.getFileStore(folder).getUsableSpace() < NEEDED_BYTES) {
                throw new StackFailure("The disk of " + folder
                        + " has less than 500 MB left: free some space, or choose another folder with --data.");
            }
        } catch (IOException e) {
            throw new StackFailure("The folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
