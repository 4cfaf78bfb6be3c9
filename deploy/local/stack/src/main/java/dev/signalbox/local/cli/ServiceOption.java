package dev.signalbox.local.cli;

import dev.signalbox.local.ServiceDoor;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.learning.ServiceClassifier;
import java.net.URI;
import picocli.CommandLine.Option;

/** For commands that talk with the enrichment service. */
final class ServiceOption {

    @Option(
            names = "--service",
            paramLabel = "URL",
            description =
                    "The enrichment service to talk with. Otherwise the one that ./signalbox starts. Its API key is"
                            + " SIGNALBOX_API_KEY.")
    private URI url;

    ServiceClassifier classifier() {
        return new ServiceClassifier(
                new ServiceDoor(ServiceName.ENRICHMENT, url, "--service", System.getenv("SIGNALBOX_API_KEY")));
    }
}
