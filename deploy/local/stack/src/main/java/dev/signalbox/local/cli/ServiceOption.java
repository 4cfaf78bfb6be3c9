package dev.signalbox.local.cli;

import dev.signalbox.local.ServiceName;
import dev.signalbox.local.StackPorts;
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
        URI service = url == null
                ? URI.create("http://127.0.0.1:"
                        + (StackPorts.of(System.getenv()).http() + ServiceName.ENRICHMENT.portOffset()))
                : url;
        return new ServiceClassifier(service, System.getenv("SIGNALBOX_API_KEY"));
    }
}
