package dev.signalbox.systemtests.schemas;

import dev.signalbox.contracts.Topic;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.TopicScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./signalbox schemas}: every record that a demo left behind, against its schema. */
@Command(
        name = "./signalbox schemas",
        mixinStandardHelpOptions = true,
        description = "Validates every record of a stopped demo or up against docs/schemas.")
public final class Schemas implements Callable<Integer> {

    private static final int MOST_FAULTS_SHOWN = 20;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The folder that was given to ./signalbox demo --data DIR.")
    private Path data;

    @Option(names = "--root", hidden = true, defaultValue = "${sys:signalbox.root:-.}")
    private Path root;

    private long records;
    private long faulty;

    /** Exit codes: 0 all are valid, 1 some are not or nothing was found, 2 wrong use. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Schemas())
                .setExecutionExceptionHandler(Schemas::explain)
                .execute(arguments));
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof StackFailure) {
            System.err.println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        if (Files.notExists(data.resolve("kafka"))) {
            throw new StackFailure(data + " has no Kafka: name the folder of a demo or up that has been stopped.");
        }
        Path checkout = root.toAbsolutePath().normalize();
        PublishedSchemas schemas = new PublishedSchemas(checkout.resolve("docs"));
        LocalStack stack = LocalStack.in(data, checkout, StackPorts.free());
        try {
            stack.kafka().start();
            try (TopicScan scan = new TopicScan(stack.kafka().bootstrapServers())) {
                for (Topic topic : Topic.values()) {
                    if (schemas.describe(topic)) {
                        validate(topic, scan.all(topic), schemas);
                    }
                }
            }
        } finally {
            stack.stop();
        }
        System.out.printf("%,d records, %,d failures%n", records, faulty);
        return faulty == 0 && records > 0 ? 0 : 1;
    }

    private void validate(Topic topic, List<ConsumerRecord<String, byte[]>> found, PublishedSchemas schemas) {
        long before = faulty;
        for (ConsumerRecord<String, byte[]> record : found) {
            List<String> faults = schemas.faults(topic, record.key(), record.value());
            if (!faults.isEmpty() && ++faulty <= MOST_FAULTS_SHOWN) {
                System.out.println(topic.topicName() + " partition " + record.partition() + " offset " + record.offset()
                        + " key " + record.key() + ": " + String.join("; ", faults));
            }
        }
        records += found.size();
        System.out.printf("%-20s %,8d records  %,5d failures%n", topic.topicName(), found.size(), faulty - before);
    }
}
