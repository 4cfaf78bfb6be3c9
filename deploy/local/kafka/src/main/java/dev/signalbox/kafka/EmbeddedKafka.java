package dev.signalbox.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Apache Kafka broker on 127.0.0.1. It creates no topics; what it keeps survives {@code kill -9}. Ends on
 * SIGTERM, or together with the process named by {@code --stop-with}.
 */
public final class EmbeddedKafka {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private EmbeddedKafka() {}

    /** Exit code 2: wrong use; 1: the broker could not start. Both come with one sentence on stderr. */
    public static void main(String[] arguments) {
        BrokerOptions options;
        try {
            options = BrokerOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(BrokerOptions.USAGE);
            System.exit(2);
            return;
        }
        try {
            run(options);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(BrokerOptions options) throws IOException {
        ensureFree(options.port());
        Path logs = Files.createDirectories(options.data().resolve("logs"));
        Properties settings = BrokerSettings.of(options.port(), freePort(), logs);
        if (Files.notExists(logs.resolve("meta.properties"))) {
            format(settings, options.data().resolve("server.properties"));
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        if (options.stopWith() > 0) {
            ProcessHandle.of(options.stopWith())
                    .orElseThrow(() -> new IOException("No process " + options.stopWith() + " to stop with."))
                    .onExit()
                    .thenRun(() -> System.exit(0));
        }
        server.startup();
        System.out.println("Kafka is ready on 127.0.0.1:" + options.port());
        server.awaitShutdown();
    }

    private static void format(Properties settings, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, "written for the storage tool; the broker's settings are in BrokerSettings");
        }
        var said = new ByteArrayOutputStream();
        String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int exit = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new IOException("Kafka could not prepare its folder: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static void ensureFree(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            // a restart must not wait for the connections of the broker before it
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException e) {
            throw new IOException("Port " + port + " is taken: stop what listens there or choose another --port.", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }
}
