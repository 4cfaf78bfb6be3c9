package dev.signalbox.systemtests.bench;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.Topics;
import dev.signalbox.systemtests.figures.Figures;
import dev.signalbox.systemtests.load.RoundTheClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./signalbox bench}: everything measured in one run on one machine, written as a table. */
@Command(
        name = "./signalbox bench",
        mixinStandardHelpOptions = true,
        subcommands = {ClockBench.class, SimilarTicketsBench.class},
        description =
                "Measures the whole line against a loop of plain Kafka clients, in alternating rounds of one run.")
public final class Bench implements Callable<Integer> {

    @Option(names = "--rounds", defaultValue = "5", description = "alternating rounds (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--tickets", defaultValue = "10000", description = "tickets of a round (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(
            names = "--warm-up",
            defaultValue = "40000",
            description =
                    "tickets before the first round, for the compilers of all processes (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--pending", defaultValue = "1000000", description = "pending timers (default: ${DEFAULT-VALUE})")
    private int pending;

    @Option(names = "--seed", defaultValue = "1", description = "of the load (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--root", hidden = true, defaultValue = "${sys:signalbox.root:-.}")
    private Path root;

    private final BenchReport report = new BenchReport();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("signalbox-bench-");
        LocalStack stack = LocalStack.in(data, root.toAbsolutePath().normalize(), StackPorts.free());
        try {
            measure(stack);
        } finally {
            stack.kill();
        }
        report.print();
        return report.missed() ? 1 : 0;
    }

    private void measure(LocalStack stack) throws Exception {
        String policy = start(stack);
        String servers = stack.kafka().bootstrapServers();
        LineLoad.prepare(servers, routing(stack));
        try (LineLoad load = new LineLoad(servers, seed);
                RoutedTickets routed = new RoutedTickets(servers, load);
                Settling settling = new Settling(servers)) {
            progress("warming up");
            LineRound.run(stack, load, routed, settling, "warm-", warmUp);
            List<LoopRound> loops = new ArrayList<>();
            List<LineRound> lines = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                loops.add(LoopRound.run(stack, round, 4 * tickets, 6 * tickets));
                progress("round " + round + ": loop "
                        + Math.round(loops.get(round - 1).ticketsPerSecond()) + "/s");
                lines.add(LineRound.run(stack, load, routed, settling, "r" + round + "-", tickets));
                progress("round " + round + ": line "
                        + Math.round(lines.get(round - 1).ticketsPerSecond()) + "/s");
            }
            report.rounds(loops, lines, routed.bands("r"));
            double pace = Figures.median(
                            lines.stream().map(LineRound::ticketsPerSecond).toList())
                    / 10;
            int paced = (int) (pace * 40);
            progress("latency at " + Math.round(pace) + "/s");
            load.publishPaced("paced-", paced, pace);
            LineRound.awaitRouted(routed, "paced-", paced);
            report.latency(pace, routed.latencies("paced-"));
        }
        progress("timers: " + pending + " pending");
        report.timers(pending, TimerLoad.run(stack, policy, pending, 2_000, 30));
    }

    private String start(LocalStack stack) {
        progress("starting");
        Map<String, Double> seconds = new ConcurrentHashMap<>();
        long begin = System.nanoTime();
        stack.startStores(part -> seconds.put(part.name(), (System.nanoTime() - begin) / 1e9));
        Topics.create(stack.kafka().bootstrapServers());
        String policy = PolicyPublication.activate(stack.kafka().bootstrapServers(), RoundTheClock.starter());
        LineLoad.teach(stack.kafka().bootstrapServers());
        for (ServiceName service : ServiceName.values()) {
            Part part = stack.add(service, 1, Map.of(), LocalStack.SUSTAINED);
            long alone = System.nanoTime();
            part.start();
            seconds.put(part.name(), (System.nanoTime() - alone) / 1e9);
        }
        report.startUp(stack, seconds);
        return policy;
    }

    private static java.net.URI routing(LocalStack stack) {
        return stack.services().stream()
                .filter(service -> service.service() == ServiceName.ROUTING)
                .findFirst()
                .orElseThrow()
                .url();
    }

    private static void progress(String what) {
        System.err.println("bench: " + what);
    }
}
