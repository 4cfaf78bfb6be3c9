package dev.signalbox.local.cli;

import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.policy.PolicyFile;
import dev.signalbox.local.policy.PolicyInspection;
import dev.signalbox.local.policy.PolicyTrial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A policy beside the active one: tried out, reported on, promoted, and taken back. */
final class PolicyTrialCommands {

    private static final Console CONSOLE = Console.standard(false);

    private PolicyTrialCommands() {}

    private static String publishProved(String servers, String file) {
        PolicyFile policy = PolicyFile.read(file);
        new PolicyInspection(policy, CONSOLE::result).prove(LocalDate.now(ZoneOffset.UTC));
        return PolicyPublication.publish(servers, policy.document());
    }

    /** {@code policy canary}. */
    @Command(name = "canary", description = "Lets a second policy decide for some accounts, always the same.")
    static final class Canary implements Runnable {

        private static final int ALL = 100;

        @Mixin
        private KafkaOption kafka;

        @Option(names = "--off", description = "The active policy decides for all accounts again.")
        private boolean off;

        @Option(
                names = "--percent",
                defaultValue = "10",
                description = "Share of accounts (default: ${DEFAULT-VALUE}).")
        private int percent;

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "The policy for these accounts.")
        private String file;

        @Override
        public void run() {
            if (off == (file != null) || percent < 1 || percent > ALL) {
                throw new StackFailure("Name a policy and --percent 1 to 100, or end the trial with --off.");
            }
            String servers = kafka.bootstrapServers();
            if (off) {
                PolicyPublication.canary(servers, Optional.empty());
                CONSOLE.result("The active policy decides for all accounts.");
                return;
            }
            String hash = publishProved(servers, file);
            PolicyPublication.canary(
                    servers, Optional.of(new PolicyPointer(hash, null, null, null, Instant.now(), percent)));
            CONSOLE.result("Decides for " + percent + " % of the accounts now: " + hash);
        }
    }

    /** {@code policy shadow}. */
    @Command(name = "shadow", description = "Lets a second policy decide beside the active one; it never acts.")
    static final class Shadow implements Runnable {

        @Mixin
        private KafkaOption kafka;

        @Option(names = "--off", description = "Ends the trial.")
        private boolean off;

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "The policy to try out.")
        private String file;

        @Override
        public void run() {
            if (off == (file != null)) {
                throw new StackFailure("Name a policy to try out, or end the trial with --off.");
            }
            String servers = kafka.bootstrapServers();
            if (off) {
                PolicyPublication.shadow(servers, Optional.empty());
                CONSOLE.result("The trial is over.");
                return;
            }
            String hash = publishProved(servers, file);
            PolicyPublication.shadow(
                    servers, Optional.of(new PolicyPointer(hash, null, null, null, Instant.now(), null)));
            CONSOLE.result("Decides beside the active policy now: " + hash);
        }
    }

    /** {@code policy report}. */
    @Command(
            name = "report",
            description = "Says what the shadow policy would change, by plan, and whether it is fair.")
    static final class Report implements Runnable {

        @Mixin
        private KafkaOption kafka;

        @Override
        public void run() {
            PolicyTrial trial = PolicyTrial.on(kafka.bootstrapServers());
            CONSOLE.result(trial.shadow().policy().name() + " beside the active policy since " + trial.since());
            trial.comparison().print(CONSOLE::result);
        }
    }

    /** {@code policy promote}. */
    @Command(name = "promote", description = "Makes the shadow policy the active one, unless an objective is violated.")
    static final class Promote implements Runnable {

        @Mixin
        private KafkaOption kafka;

        @Option(names = "--force", description = "In spite of what stands against it; needs --by and --reason.")
        private boolean force;

        @Option(names = "--by", paramLabel = "NAME", description = "Who decides it.")
        private String by;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private String reason;

        @Override
        public void run() {
            if (force && (by == null || by.isBlank() || reason == null || reason.isBlank())) {
                throw new StackFailure("--force needs a named person and a reason: --by NAME --reason TEXT.");
            }
            String servers = kafka.bootstrapServers();
            Instant now = Instant.now();
            PolicyTrial trial = PolicyTrial.on(servers);
            List<String> obstacles = trial.obstacles(now);
            obstacles.forEach(obstacle -> CONSOLE.result("  against it: " + obstacle));
            if (!obstacles.isEmpty() && !force) {
                throw new StackFailure(
                        "Not promoted. A named person can decide otherwise: --force --by NAME --reason TEXT.");
            }
            trial.promote(servers, Optional.ofNullable(by), Optional.ofNullable(reason), now);
            CONSOLE.result("Active now: " + trial.shadow().hash());
        }
    }

    /** {@code policy rollback}. */
    @Command(name = "rollback", description = "Makes the policy active again that was active before.")
    static final class Rollback implements Runnable {

        @Mixin
        private KafkaOption kafka;

        @Option(names = "--by", paramLabel = "NAME", description = "Who decides it.")
        private String by;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private String reason;

        @Override
        public void run() {
            String servers = kafka.bootstrapServers();
            String previous = PolicyPublication.read(servers)
                    .active()
                    .map(PolicyPointer::previous)
                    .orElseThrow(
                            () -> new StackFailure("No policy was active before: there is nothing to go back to."));
            PolicyPublication.activate(servers, new PolicyPointer(previous, null, by, reason, Instant.now(), null));
            CONSOLE.result("Active again: " + previous);
        }
    }
}
