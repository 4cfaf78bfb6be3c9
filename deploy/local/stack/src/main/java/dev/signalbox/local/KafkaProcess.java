package dev.signalbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded broker. What it keeps survives {@link #kill()}. */
public final class KafkaProcess implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> QUICK_TO_START =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path jar;
    private final int port;
    private final Path data;
    private final List<String> javaOptions;
    private final ChildProcess child;

    /**
     * @param root the checkout, built
     * @param data the folder of the whole stack
     */
    public KafkaProcess(Path root, int port, Path data, ProcessTable table) {
        this(root, port, data, table, QUICK_TO_START);
    }

    /** @param javaOptions for benchmarks, which want a warm broker rather than a quick one */
    public KafkaProcess(Path root, int port, Path data, ProcessTable table, List<String> javaOptions) {
        this.jar = root.resolve("deploy/local/kafka/target/embedded-kafka-0.1.0.jar");
        this.port = port;
        this.data = data.resolve("kafka");
        this.javaOptions = List.copyOf(javaOptions);
        this.child = new ChildProcess("kafka", data.resolve("logs/kafka.log"), table);
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return address();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        if (Files.notExists(jar)) {
            throw new StackFailure("The broker is not built: run mvn package in the checkout's root.");
        }
        long logged = logSize();
        List<String> arguments = new ArrayList<>(javaOptions);
        arguments.addAll(List.of("-jar", jar.toString(), "--port", Integer.toString(port), "--data", data.toString()));
        child.start(arguments, Map.of());
        boolean ready = Waiting.until(PATIENCE, () -> saysReady(logged) || !child.isRunning());
        if (!ready || !child.isRunning()) {
            throw child.notReady(PATIENCE);
        }
    }

    @Override
    public void stop() {
        child.stop(Duration.ofSeconds(4));
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public boolean isRunning() {
        return child.isRunning();
    }

    @Override
    public long pid() {
        return child.pid();
    }

    private boolean saysReady(long from) {
        try (var in = Files.newInputStream(child.log())) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("Kafka is ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long logSize() {
        try {
            return Files.exists(child.log()) ? Files.size(child.log()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
