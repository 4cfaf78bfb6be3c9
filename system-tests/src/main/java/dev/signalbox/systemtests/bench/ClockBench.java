package dev.signalbox.systemtests.bench;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.Topics;
import dev.signalbox.systemtests.figures.Figures;
import dev.signalbox.systemtests.load.RoundTheClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./signalbox bench clocks}: the watchdog alone, with many pending clocks and levels that fall due. */
@Command(
        name = "clocks",
        mixinStandardHelpOptions = true,
        description =
                "Measures sla-watchdog alone, between Kafka and PostgreSQL: how late levels are, what a clock costs.")
final class ClockBench implements Callable<Integer> {

    private static final double FIRED_TARGET_MILLIS = 500;
    private static final double DECIDED_TARGET_MILLIS = 2_000;
    private static final int WARM_UP = 10_000;
    private static final int ROUNDS = 3;

    @Option(names = "--pending", defaultValue = "1000000", description = "pending clocks (default: ${DEFAULT-VALUE})")
    private int pending;

    @Option(
            names = "--per-second",
            defaultValue = "2000",
            description = "levels that fall due each second (default: ${DEFAULT-VALUE})")
    private int perSecond;

    @Option(names = "--seconds", defaultValue = "30", description = "for how long (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--watchdogs", defaultValue = "2", description = "replicas (default: ${DEFAULT-VALUE})")
    private int watchdogs;

    @Option(
            names = "--tickets",
            defaultValue = "5000",
            description = "of a round that measures what a clock costs (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(names = "--root", hidden = true, defaultValue = "${sys:signalbox.root:-.}")
    private Path root;

    private final List<String> report = new ArrayList<>();
    private boolean missed;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("signalbox-bench-");
        LocalStack stack = LocalStack.in(data, root.toAbsolutePath().normalize(), StackPorts.free());
        try {
            measure(stack);
        } finally {
            stack.kill();
        }
        report.forEach(System.out::println);
        return missed ? 1 : 0;
    }

    private void measure(LocalStack stack) throws Exception {
        stack.startStores();
        String servers = stack.kafka().bootstrapServers();
        Topics.create(servers);
        String policy = PolicyPublication.activate(servers, RoundTheClock.starter());
        for (int replica = 1; replica <= watchdogs; replica++) {
            stack.add(ServiceName.SLA_WATCHDOG, replica, Map.of(), LocalStack.SUSTAINED);
        }
        stack.startServices(part -> {});
        try (Settling settling = new Settling(servers)) {
            progress("warming up");
            ClockCost.run(stack, policy, settling, "warm", WARM_UP);
            int bytes = fill(stack, policy);
            cost(stack, policy, settling, bytes);
        }
        progress(perSecond + " levels a second for " + seconds + " s");
        Map<Part, Duration> before = new LinkedHashMap<>();
        List<String> use = new ArrayList<>();
        TimerLoad load = TimerLoad.run(
                stack,
                policy,
                perSecond,
                seconds,
                "due",
                () -> parts(stack).forEach(part -> before.put(part, ProcessUse.cpu(part.pid()))),
                () -> before.forEach((part, used) -> use.add(row(part, used))));
        lateness(load);
        add("| process | processor while levels fall due, cores | memory, MiB |");
        add("|---|---:|---:|");
        report.addAll(use);
    }

    private int fill(LocalStack stack, String policy) throws Exception {
        progress(pending + " pending clocks");
        try (Burst burst = new Burst(stack.kafka().bootstrapServers())) {
            burst.send(TimerLoad.scored(policy, "like:1", Instant.now()));
        }
        return PendingClocks.fill(stack, pending, "like:1");
    }

    private void cost(LocalStack stack, String policy, Settling settling, int bytes) throws Exception {
        List<ClockCost> clocks = new ArrayList<>();
        List<BareRows> rows = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            rows.add(BareRows.run(stack, 4 * tickets, bytes));
            clocks.add(ClockCost.run(stack, policy, settling, "cost" + round, tickets));
            progress("round " + round + ": a clock takes "
                    + Math.round(clocks.get(round - 1).micros()) + " us, a bare row "
                    + Math.round(rows.get(round - 1).micros()));
        }
        double clock = Figures.median(clocks.stream().map(ClockCost::micros).toList());
        double row = Figures.median(rows.stream().map(BareRows::micros).toList());
        add(
                "* a clock from activation to fulfilment: %.0f us of processor time in the watchdogs and PostgreSQL",
                clock);
        add("* a bare row of %d bytes, inserted and deleted: %.0f us; ratio %.1f", bytes, row, clock / row);
        add(
                "* at full speed: %.0f clocks a second, %.0f bare rows a second",
                Figures.median(clocks.stream().map(ClockCost::clocksPerSecond).toList()),
                Figures.median(rows.stream().map(BareRows::rowsPerSecond).toList()));
    }

    private void lateness(TimerLoad load) {
        double fired = Figures.percentile(load.firedLate(), 99);
        double decided = Figures.percentile(load.decidedLate(), 99);
        add(
                "* %d pending clocks, %d levels a second for %d s, %d watchdogs: %d of %d fired, %d decided",
                pending,
                perSecond,
                seconds,
                watchdogs,
                load.firedLate().length,
                load.expected(),
                load.decidedLate().length);
        add(
                "* firedAt - dueAt p50 %.0f ms, p99 %.0f ms (target %.0f): %s",
                Figures.percentile(load.firedLate(), 50), fired, FIRED_TARGET_MILLIS, met(fired, FIRED_TARGET_MILLIS));
        add(
                "* decision - dueAt p50 %.0f ms, p99 %.0f ms (target %.0f): %s",
                Figures.percentile(load.decidedLate(), 50),
                decided,
                DECIDED_TARGET_MILLIS,
                met(decided, DECIDED_TARGET_MILLIS));
        missed |= load.firedLate().length < load.expected() || load.decidedLate().length < load.expected();
    }

    private String row(Part part, Duration before) {
        double cores = ProcessUse.cpu(part.pid()).minus(before).toNanos() / 1e9 / seconds;
        return String.format(Locale.ROOT, "| %s | %.2f | %d |", part.name(), cores, ProcessUse.residentMib(part.pid()));
    }

    private String met(double measured, double target) {
        missed |= measured > target;
        return measured > target ? "MISSED" : "met";
    }

    private static List<Part> parts(LocalStack stack) {
        List<Part> parts = new ArrayList<>(List.<ServiceProcess>copyOf(stack.services()));
        parts.add(stack.kafka());
        parts.add(stack.postgres());
        return parts;
    }

    private void add(String line, Object... figures) {
        report.add(String.format(Locale.ROOT, line, figures));
    }

    private static void progress(String what) {
        System.err.println("bench: " + what);
    }
}
