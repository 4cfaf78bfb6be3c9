package dev.signalbox.local.cli;

import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.PolicyPublication.Published;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.policy.PolicyFile;
import dev.signalbox.local.policy.PolicyTrial;
import dev.signalbox.local.policy.TicketLog;
import dev.signalbox.local.policy.WhatIf;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./signalbox whatif}: recorded tickets through another policy. */
@Command(
        name = "whatif",
        description =
                "Replays recorded tickets through a policy and says what would have been otherwise (docs/policy.md).")
final class WhatifCommand implements Callable<Integer> {

    @Mixin
    private KafkaOption kafka;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The policy. Otherwise the active one: nothing differs.")
    private String file;

    @Option(
            names = "--since",
            defaultValue = "P90D",
            paramLabel = "TIME",
            description =
                    "An instant such as 2026-11-22T09:00:00Z, or how long ago, such as P7D (default: ${DEFAULT-VALUE}).")
    private String since;

    @Override
    public Integer call() {
        Instant from = from(since, Instant.now());
        String servers = kafka.bootstrapServers();
        Published published = PolicyPublication.read(servers);
        PolicyDocument active = published.document(published
                .active()
                .map(PolicyPointer::hash)
                .orElseThrow(() -> new StackFailure("No policy is active here, so nothing was decided.")));
        PolicyDocument candidate = file == null ? active : candidate(file);
        new WhatIf(TicketLog.read(servers, from), published::find, candidate)
                .print(Console.standard(false)::result, PolicyTrial.rules(active));
        return 0;
    }

    private static PolicyDocument candidate(String file) {
        try {
            return PolicyDocument.parse(PolicyFile.read(file).document());
        } catch (IllegalArgumentException e) {
            throw new StackFailure(e.getMessage(), e);
        }
    }

    static Instant from(String since, Instant now) {
        try {
            return since.startsWith("P") ? now.minus(Duration.parse(since)) : Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new StackFailure(
                    "--since is " + since
                            + ": allowed is an instant such as 2026-11-22T09:00:00Z, or a duration such as P7D.",
                    e);
        }
    }
}
