package dev.signalbox.local.cli;

import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./signalbox accounting}: runs it from the module of system tests, which knows its options. */
@Command(name = "accounting", description = "Shows that what was accepted is never lost while processes are killed.")
final class AccountingCommand implements Callable<Integer> {

    private static final String MAIN = "dev.signalbox.systemtests.accounting.Accounting";

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path jar = Signalbox.root().resolve("system-tests/target/system-tests-0.1.0.jar");
        if (Files.notExists(jar)) {
            throw new StackFailure("The system tests are not built: run mvn package in the checkout's root.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Dsignalbox.root=" + Signalbox.root()));
        command.addAll(List.of("-cp", jar.toString(), MAIN));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread stop = new Thread(() -> stop(process), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        int result = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return result;
    }

    /** A signal stops the run, which stops its processes. */
    private static void stop(Process process) {
        process.destroy();
        process.onExit().join();
    }
}
