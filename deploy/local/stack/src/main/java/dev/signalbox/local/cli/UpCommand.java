package dev.signalbox.local.cli;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.policy.PolicyFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./signalbox up}: everything on this machine, ready for your own tickets, until Ctrl-C. */
@Command(name = "up", description = "Starts Kafka, PostgreSQL and every service; Ctrl-C stops them.")
final class UpCommand implements Callable<Integer> {

    private static final long FOREVER_SECONDS = 10L * 365 * 24 * 3600;

    @Mixin
    private StackOptions options;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy to work by. Otherwise the active one, at first the one that is shipped.")
    private Path policy;

    @Override
    public Integer call() {
        Console console = options.console();
        byte[] document = policy == null
                ? PolicyDocument.resource("/policies/starter.yaml")
                : PolicyFile.read(policy.toString()).document();
        LocalStack stack = options.stack();
        Supervision supervision = new Supervision(stack, console);
        supervision.stopOnSignal();
        new Startup(stack, console).run(document, policy != null, Map.of(LocalStack.CANARY_EVERY, "1m"));
        new Directions(stack, console).print();
        supervision.watch(FOREVER_SECONDS);
        return 0;
    }
}
