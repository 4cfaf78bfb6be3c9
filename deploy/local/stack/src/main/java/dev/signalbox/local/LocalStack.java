package dev.signalbox.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Kafka, PostgreSQL and any number of service replicas over one data folder. When this process is killed, a guard stops
 * the parts; whatever is left is stopped by the next stack over the same folder.
 */
public final class LocalStack implements AutoCloseable {

    /** Java options for a quick start in little memory. */
    public static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** The same with room for what enrichment learns; the heap grows only if there is much. */
    private static final List<String> LEARNING = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /**
     * Java options for work that goes on: the optimising compiler, and a young generation in which a batch dies before
     * it is taken for something that stays.
     */
    public static final List<String> SUSTAINED = List.of("-Xmx512m", "-Xmn256m", "-XX:+UseSerialGC");

    /** The setting that says how often a canary goes through the line; never, where a stack is not told otherwise. */
    public static final String CANARY_EVERY = "SIGNALBOX_INTAKE_CANARY_EVERY";

    private final Path data;
    private final Path root;
    private final StackPorts ports;
    private final FolderLock lock;
    private final ProcessTable table;
    private final Guard guard;
    private final KafkaProcess kafka;
    private final PostgresProcess postgres;
    private final List<ServiceProcess> services = Collections.synchronizedList(new ArrayList<>());

    private LocalStack(Path data, Path root, StackPorts ports, FolderLock lock, ProcessTable table) {
        this.data = data;
        this.root = root;
        this.ports = ports;
        this.lock = lock;
        this.table = table;
        this.guard = Guard.over(table);
        this.kafka = new KafkaProcess(root, ports.kafka(), data, table);
        this.postgres = new PostgresProcess(ports.postgres(), data, table);
    }

    /**
     * Takes the folder and stops what a killed stack left in it; starts nothing yet.
     *
     * @param data created when missing
     * @param root the checkout, built
     * @throws StackFailure if another stack uses the folder, or a port is taken
     */
    public static LocalStack in(Path data, Path root, StackPorts ports) {
        Path folder = data.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(folder)
                .orElseThrow(() -> new StackFailure(
                        "Another Signalbox uses " + folder + ": stop it or choose another folder with --data."));
        ProcessTable table = new ProcessTable(folder);
        table.stopOrphans();
        return new LocalStack(folder, root, ports, lock, table);
    }

    public Path data() {
        return data;
    }

    public StackPorts ports() {
        return ports;
    }

    public KafkaProcess kafka() {
        return kafka;
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    /** All replicas that were added, in that order. */
    public List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    /** Starts Kafka and PostgreSQL beside each other. */
    public void startStores() {
        startStores(part -> {});
    }

    /** @param whenReady told of each part as it gets ready */
    public void startStores(Consumer<Part> whenReady) {
        startTogether(List.of(kafka, postgres), whenReady);
    }

    /** Starts every replica that was added and does not run. */
    public void startServices(Consumer<Part> whenReady) {
        startTogether(services().stream().filter(s -> !s.isRunning()).toList(), whenReady);
    }

    private static void startTogether(List<? extends Part> parts, Consumer<Part> whenReady) {
        ExecutorService starters = Executors.newFixedThreadPool(Math.max(1, parts.size()));
        try {
            List<CompletableFuture<Void>> starts = parts.stream()
                    .map(part ->
                            CompletableFuture.runAsync(part::start, starters).thenRun(() -> whenReady.accept(part)))
                    .toList();
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        } finally {
            starters.shutdownNow();
        }
    }

    /** A first replica on the service's own port; not started yet. */
    public ServiceProcess add(ServiceName service) {
        return add(service, 1, Map.of());
    }

    /**
     * A replica, not started yet. The first listens on the service's own port, the others ten ports further each.
     *
     * @param replica from 1
     * @param settings environment variables beside those that point to Kafka and PostgreSQL
     */
    public ServiceProcess add(ServiceName service, int replica, Map<String, String> settings) {
        return add(service, replica, settings, service == ServiceName.ENRICHMENT ? LEARNING : SMALL_AND_QUICK);
    }

    /** The same with other Java options, for example {@link #SUSTAINED}. */
    public ServiceProcess add(
            ServiceName service, int replica, Map<String, String> settings, List<String> javaOptions) {
        String name = replica == 1 ? service.title() : service.title() + "-" + replica;
        int port = ports.http() + service.portOffset() + (replica - 1) * 10;
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", PostgresProcess.USER,
                "QUARKUS_DATASOURCE_PASSWORD", PostgresProcess.PASSWORD));
        // on a developer's machine nothing happens that nobody asked for
        environment.put(CANARY_EVERY, "0s");
        environment.putAll(settings);
        var child = new ChildProcess(name, data.resolve("logs/" + name + ".log"), table);
        var process = new ServiceProcess(service, service.jar(root), port, javaOptions, environment, child);
        services.add(process);
        return process;
    }

    /** Stops everything in order: services, Kafka, PostgreSQL. */
    public void stop() {
        services().parallelStream().forEach(ServiceProcess::stop);
        kafka.stop();
        postgres.stop();
        release();
    }

    /** Kills everything, where nobody needs the data any more. */
    public void kill() {
        services().forEach(ServiceProcess::kill);
        kafka.kill();
        postgres.kill();
        release();
    }

    @Override
    public void close() {
        stop();
    }

    private void release() {
        guard.dismiss();
        lock.close();
    }
}
