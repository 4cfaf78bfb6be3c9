package dev.signalbox.systemtests.accounting;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.StackPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Publishes, kills, drains, reads everything twice and settles the account. */
@Command(
        name = "./signalbox accounting",
        mixinStandardHelpOptions = true,
        description = "Shows that what was accepted is never lost, while processes are killed with -9.")
public final class Accounting implements Callable<Integer> {

    @Option(names = "--tickets", defaultValue = "10000", description = "tickets (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(names = "--kills", defaultValue = "20", description = "processes to kill (default: ${DEFAULT-VALUE})")
    private int kills;

    @Option(
            names = "--jumps",
            defaultValue = "0",
            description = "how often the wall clock of one watchdog jumps by two hours, forward and backward; needs"
                    + " libfaketime (default: ${DEFAULT-VALUE})")
    private int jumps;

    @Option(names = "--seed", description = "of workload and kills; otherwise a new one, which is printed")
    private Long seed;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "instead of a starter policy whose hours are seconds")
    private Path policy;

    @Option(names = "--data", paramLabel = "DIR", description = "keeps topics, tables, journal and logs there")
    private Path data;

    @Option(names = "--root", hidden = true, defaultValue = "${sys:signalbox.root:-.}")
    private Path root;

    private final AtomicBoolean ended = new AtomicBoolean();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Accounting())
                .setExecutionExceptionHandler(Accounting::explain)
                .execute(arguments));
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof StackFailure) {
            System.err.println(failure.getMessage());
        } else {
            failure.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws Exception {
        long used = seed == null ? System.nanoTime() : seed;
        byte[] document = policy == null
                ? QuickPolicy.from(PolicyDocument.resource("/policies/starter.yaml"))
                : Files.readAllBytes(policy);
        Path folder = data == null ? Files.createTempDirectory("signalbox-accounting-") : data;
        Statement statement = run(used, document, folder);
        statement.print(System.out);
        if (data == null && statement.balances()) {
            delete(folder);
        } else {
            System.out.println("Topics, tables, journal and logs are in " + folder);
        }
        return statement.balances() ? 0 : 1;
    }

    private Statement run(long used, byte[] document, Path folder) throws Exception {
        LocalStack stack = LocalStack.in(folder, root.toAbsolutePath().normalize(), StackPorts.free());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack), "stop"));
        try {
            return new AccountingRun(stack, tickets, kills, jumps, used, document).run();
        } finally {
            end(stack);
        }
    }

    /** Once, by the run or by the signal that ends it. */
    private void end(LocalStack stack) {
        if (ended.compareAndSet(false, true)) {
            stack.kill();
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
