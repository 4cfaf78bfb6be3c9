package dev.signalbox.local.cli;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.decisions.policy.PolicyDiff;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.TopicScan;
import dev.signalbox.local.policy.AgentProfiles;
import dev.signalbox.local.policy.PolicyFile;
import dev.signalbox.local.policy.PolicyInspection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./signalbox policy}: proves, compares, tests and publishes policy documents. */
@Command(
        name = "policy",
        description = "Proves, compares, tests, tries out and publishes policy documents (docs/policy.md).",
        subcommands = {
            PolicyTrialCommands.Shadow.class,
            PolicyTrialCommands.Canary.class,
            PolicyTrialCommands.Report.class,
            PolicyTrialCommands.Promote.class,
            PolicyTrialCommands.Rollback.class
        })
final class PolicyCommand implements Runnable {

    private static final String FILE = "A YAML file, or a shipped policy: starter, small-team, follow-the-sun.";

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "Show this text.")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Validates a document as a whole: each fault with its line and what to write instead.")
    int check(
            @Option(
                            names = "--kafka",
                            paramLabel = "HOST:PORT",
                            description =
                                    "Also compares the registered agents with the staffing that the policy wants.")
                    String kafka,
            @Parameters(paramLabel = "FILE", description = FILE) String file) {
        List<AgentProfile> agents = kafka == null ? List.of() : agents(kafka);
        return inspection(file).check(today(), agents) ? 0 : 1;
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Says in plain words what changes from one document to another.")
    int diff(
            @Parameters(paramLabel = "BEFORE", description = FILE) String before,
            @Parameters(paramLabel = "AFTER", description = FILE) String after) {
        Console console = Console.standard(false);
        try {
            List<PolicyDiff> changes = PolicyDiff.between(
                    PolicyFile.read(before).document(), PolicyFile.read(after).document());
            String section = "";
            for (PolicyDiff change : changes) {
                if (!change.section().equals(section)) {
                    section = change.section();
                    console.result(console.tinted(Console.Tint.STRONG, section));
                }
                console.result("  " + change.path() + " " + change.sentence());
            }
            console.result(changes.size() + " differences");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new StackFailure(e.getMessage(), e);
        }
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description =
                    "Runs the cases beside a document (NAME.cases.yaml): account and ticket given, decision expected.")
    int test(@Parameters(paramLabel = "FILE", description = FILE) String file) {
        return inspection(file).test() ? 0 : 1;
    }

    @Command(name = "publish", description = "Checks and tests a document and makes it the active policy.")
    int publish(@Mixin KafkaOption kafka, @Parameters(paramLabel = "FILE", description = FILE) String file) {
        inspection(file).prove(today());
        String hash = PolicyPublication.activate(
                kafka.bootstrapServers(), PolicyFile.read(file).document());
        Console.standard(false).result("Active now: " + hash);
        return 0;
    }

    private static PolicyInspection inspection(String file) {
        return new PolicyInspection(PolicyFile.read(file), Console.standard(false)::result);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static List<AgentProfile> agents(String bootstrapServers) {
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            return List.copyOf(AgentProfiles.read(scan).values());
        }
    }
}
