package dev.signalbox.testsupport;

import dev.signalbox.local.FreshFolders;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PostgresProcess;
import dev.signalbox.local.StackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kafka and PostgreSQL as processes of this machine, on free ports, with data that nobody needs afterwards. */
final class Processes {

    private Processes() {}

    static StackAddresses start() {
        try {
            Path data = Files.createTempDirectory("signalbox-test-");
            LocalStack stack = LocalStack.in(data, Checkout.root(), StackPorts.free());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.kill();
                FreshFolders.delete(data);
            }));
            stack.startStores();
            return new StackAddresses(
                    stack.kafka().bootstrapServers(),
                    stack.postgres().reactiveUrl(),
                    PostgresProcess.USER,
                    PostgresProcess.PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
