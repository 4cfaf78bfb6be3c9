package dev.signalbox.local.cli;

import dev.signalbox.local.StackFailure;
import dev.signalbox.local.StackPorts;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Option;

/** For commands that look at a Signalbox that runs. */
final class KafkaOption {

    private static final int PATIENCE_SECONDS = 10;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "The Kafka to look at. Otherwise the one that ./signalbox starts.")
    private String bootstrapServers;

    @Option(names = "--help", usageHelp = true, description = "Show this text.")
    private boolean help;

    /** @throws StackFailure if no broker answers there */
    String bootstrapServers() {
        String servers = bootstrapServers == null
                ? "127.0.0.1:" + StackPorts.of(System.getenv()).kafka()
                : bootstrapServers;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return servers;
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(
                    "No Kafka answers at " + servers
                            + ": start Signalbox with ./signalbox up, or name one with --kafka.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
