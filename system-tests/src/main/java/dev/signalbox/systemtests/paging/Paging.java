package dev.signalbox.systemtests.paging;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.Topics;
import dev.signalbox.systemtests.bench.ProcessUse;
import dev.signalbox.systemtests.figures.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./signalbox paging}: from the trigger to the record, and to an endpoint while another one is dead. */
@Command(
        name = "./signalbox paging",
        mixinStandardHelpOptions = true,
        description = "Measures what an escalation costs at an even pace, and what a dead endpoint costs another one,"
                + " in alternating rounds of one run.")
public final class Paging implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final double MOST = 1.2;
    private static final String SECRET = "whsec_bmV3LXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";

    @Option(names = "--per-second", defaultValue = "100", description = "escalations (default: ${DEFAULT-VALUE})")
    private int perSecond;

    @Option(
            names = "--escalations",
            defaultValue = "1000",
            description = "of a round; so many wait for the dead endpoint (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--rounds", defaultValue = "3", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description = "escalations before the first round, for the compiler (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--dead-for",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long the endpoint is away at least (default: ${DEFAULT-VALUE})")
    private int deadSeconds;

    @Option(names = "--root", hidden = true, defaultValue = "${sys:signalbox.root:-.}")
    private Path root;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Paging()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("signalbox-paging-");
        LocalStack stack = LocalStack.in(data, root.toAbsolutePath().normalize(), StackPorts.free());
        try (Hook live = new Hook();
                Hook other = new Hook()) {
            live.on();
            other.on();
            return measure(stack, live, other);
        } finally {
            stack.kill();
        }
    }

    private int measure(LocalStack stack, Hook live, Hook other) throws Exception {
        stack.startStores();
        String servers = stack.kafka().bootstrapServers();
        Topics.create(servers);
        String policy = PolicyPublication.activate(servers, PolicyDocument.resource("/policies/starter.yaml"));
        Map<String, String> settings = new LinkedHashMap<>(Map.of("SIGNALBOX_DELIVERY_ALLOW", "127.0.0.1/32"));
        endpoint(settings, "LIVE", live);
        endpoint(settings, "OTHER", other);
        Part service = stack.add(ServiceName.ESCALATION, 1, settings, LocalStack.SUSTAINED);
        service.start();
        List<Part> parts = List.of(service, stack.kafka(), stack.postgres());
        try (TriggerLoad load = new TriggerLoad(servers, policy)) {
            progress("warming up");
            cost(load, parts, "warm:", "nobody", warmUp, 10 * perSecond);
            told(load, live, other, "warmer:");
            for (int round = 1; round <= rounds; round++) {
                progress("cost, round " + round);
                cost(load, parts, "cost" + round + ":", "nobody", count, perSecond)
                        .print(perSecond);
            }
            return deadEndpoint(load, live, other, service) ? 0 : 1;
        }
    }

    private static void endpoint(Map<String, String> settings, String name, Hook hook) {
        String prefix = "SIGNALBOX_DELIVERY_ENDPOINTS_" + name + "_";
        settings.put(prefix + "SINK", "WEBHOOK");
        settings.put(prefix + "URL", hook.url());
        settings.put(prefix + "SECRETS", SECRET);
        settings.put(prefix + "ACCOUNTS", "told");
    }

    /** @param micros processor time of one escalation in each process */
    private record Cost(double p50, double p99, Map<String, Double> micros) {

        void print(int perSecond) {
            double sum =
                    micros.values().stream().mapToDouble(Double::doubleValue).sum();
            System.out.printf(
                    Locale.ROOT,
                    "| trigger to record at %d/s | p50 %.0f ms, p99 %.0f ms | CPU %.0f us: %s |%n",
                    perSecond,
                    p50,
                    p99,
                    sum,
                    micros.entrySet().stream()
                            .map(one -> one.getKey() + " " + Math.round(one.getValue()))
                            .toList());
        }
    }

    private static Cost cost(TriggerLoad load, List<Part> parts, String round, String account, int count, double pace)
            throws InterruptedException {
        Map<String, Duration> before = use(parts);
        load.trigger(round, account, count, pace);
        await(round + " opened", () -> load.opened(round) >= count);
        Map<String, Double> micros = new LinkedHashMap<>();
        use(parts)
                .forEach((name, used) ->
                        micros.put(name, used.minus(before.get(name)).toNanos() / 1e3 / count));
        double[] latencies = load.latencies(round);
        return new Cost(Figures.percentile(latencies, 50), Figures.percentile(latencies, 99), micros);
    }

    private static Map<String, Duration> use(List<Part> parts) {
        Map<String, Duration> use = new LinkedHashMap<>();
        parts.forEach(part -> use.put(part.name(), ProcessUse.cpu(part.pid())));
        return use;
    }

    private boolean deadEndpoint(TriggerLoad load, Hook live, Hook other, Part service) throws Exception {
        List<Double> ratios = new ArrayList<>();
        boolean inOrder = true;
        for (int round = 1; round <= rounds; round++) {
            String alive = "alive" + round + ":";
            String dead = "dead" + round + ":";
            double before = told(load, live, other, alive);
            other.off();
            long diedAt = System.nanoTime();
            long memory = ProcessUse.residentMib(service.pid());
            double during = published(load, live, dead);
            while (System.nanoTime() < diedAt + deadSeconds * 1_000_000_000L) {
                Thread.sleep(100);
            }
            long waiting = 2L * count - other.arrived(dead);
            long memoryThen = ProcessUse.residentMib(service.pid());
            other.on();
            long backAt = System.nanoTime();
            await("what waited for the dead endpoint", () -> other.arrived(dead) >= 2L * count);
            long wrong = other.outOfOrder(dead);
            inOrder &= wrong == 0;
            ratios.add(during / before);
            System.out.printf(
                    Locale.ROOT,
                    "| the other endpoint's p99 | %.0f ms with both, %.0f ms with one dead: ratio %.2f | %d waited, all"
                            + " there %.0f s after it came back, %d escalations out of order; memory %d, then %d MiB |%n",
                    before,
                    during,
                    during / before,
                    waiting,
                    (System.nanoTime() - backAt) / 1e9,
                    wrong,
                    memory,
                    memoryThen);
        }
        double ratio = Figures.median(ratios);
        System.out.printf(Locale.ROOT, "median ratio %.2f, promised is less than %.2f%n", ratio, MOST);
        return inOrder && ratio < MOST;
    }

    /** One round in which both are told; p99 of the first. */
    private double told(TriggerLoad load, Hook live, Hook other, String round) throws InterruptedException {
        double p99 = published(load, live, round);
        await("the other endpoint", () -> other.arrived(round) >= 2L * count);
        return p99;
    }

    /** Opens and resolves a round's escalations; p99 of the live endpoint in milliseconds. */
    private double published(TriggerLoad load, Hook live, String round) throws InterruptedException {
        progress(round);
        load.trigger(round, "told", count, perSecond);
        await(round + " opened", () -> load.opened(round) >= count);
        load.solve(round, count, perSecond);
        await(round + " resolved", () -> load.resolved(round) >= count);
        await("the live endpoint", () -> live.arrived(round) >= 2L * count);
        return Figures.percentile(live.latencies(round), 99);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not within " + PATIENCE.toMinutes() + " minutes: " + what);
            }
            Thread.sleep(50);
        }
    }

    private static void progress(String what) {
        System.err.println("paging: " + what);
    }
}
