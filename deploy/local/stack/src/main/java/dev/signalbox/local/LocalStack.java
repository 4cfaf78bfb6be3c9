package dev.signalbox.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Kafka, PostgreSQL and any number of service replicas over one data folder. When this process is killed, a guard stops
 * the parts; whatever is left is stopped by the next stack over the same folder.
 */
public final class LocalStack implements AutoCloseable {

    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path data;
    private final Path root;
    private final StackPorts ports;
    private final FileChannel lockFile;
    private final ProcessTable table;
    private final Guard guard;
    private final KafkaProcess kafka;
    private final PostgresProcess postgres;
    private final List<ServiceProcess> services = Collections.synchronizedList(new ArrayList<>());

    private LocalStack(Path data, Path root, StackPorts ports, FileChannel lockFile, ProcessTable table) {
        this.data = data;
        this.root = root;
        this.ports = ports;
        this.lockFile = lockFile;
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
        FileChannel lockFile = lock(folder);
        ProcessTable table = new ProcessTable(folder);
        table.stopOrphans();
        return new LocalStack(folder, root, ports, lockFile, table);
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StackFailure(
                        "Another Signalbox uses " + folder + ": stop it or choose another folder with --data.");
            }
            return channel;
        } catch (IOException e) {
            throw new StackFailure("The folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
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
        CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::start);
        kafka.start();
        try {
            database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
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
        String name = replica == 1 ? service.title() : service.title() + "-" + replica;
        int port = ports.http() + service.portOffset() + (replica - 1) * 10;
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(),
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", PostgresProcess.USER,
                "QUARKUS_DATASOURCE_PASSWORD", PostgresProcess.PASSWORD));
        environment.putAll(settings);
        var child = new ChildProcess(name, data.resolve("logs/" + name + ".log"), table);
        var process = new ServiceProcess(service, service.jar(root), port, SMALL_AND_QUICK, environment, child);
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
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StackFailure("The folder " + data + " cannot be released: " + e.getMessage() + ".", e);
        }
    }
}
