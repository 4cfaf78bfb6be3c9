package dev.signalbox.local.cli;

import dev.signalbox.contracts.Quarantined;
import dev.signalbox.local.quarantine.QuarantineTopic;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./signalbox quarantine list} and {@code replay ID}. */
@Command(name = "quarantine", description = "Looks at what could not be processed, and replays it.")
final class QuarantineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "Show this text.")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(name = "list", description = "One line for each record, with the reason.")
    int list(@Mixin KafkaOption kafka) {
        Console console = Console.standard(false);
        List<Quarantined> records = new QuarantineTopic(kafka.bootstrapServers()).list();
        if (records.isEmpty()) {
            console.result("Nothing is in quarantine.");
        }
        for (Quarantined record : records) {
            console.result(record.id() + "  " + record.at() + "  " + record.stage() + "  "
                    + console.tinted(Console.Tint.WARNING, record.reason().code()));
            console.result("    " + record.reason().sentence());
            console.result(console.tinted(
                    Console.Tint.QUIET,
                    "    from " + record.topic() + " partition " + record.partition() + " offset " + record.offset()
                            + ", key " + record.key() + ", " + record.payload().length + " bytes"));
        }
        return 0;
    }

    @Command(name = "replay", description = "Sends a record to the topic from which it came, as it was.")
    int replay(
            @Mixin KafkaOption kafka, @Parameters(paramLabel = "ID", description = "As the list shows it.") String id) {
        Quarantined record = new QuarantineTopic(kafka.bootstrapServers()).replay(id);
        Console.standard(false).result("Sent again to " + record.topic() + ".");
        return 0;
    }
}
