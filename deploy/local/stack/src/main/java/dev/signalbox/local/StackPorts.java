package dev.signalbox.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Where the parts listen, on 127.0.0.1.
 *
 * @param http the first of a row: the services follow it by their offset
 */
public record StackPorts(int kafka, int postgres, int http) {

    private static final int FIRST_ROW = 20_000;
    private static final int ROW = 40;
    private static final int ROWS = 300;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /**
     * {@code SIGNALBOX_KAFKA_PORT} (19092), {@code SIGNALBOX_POSTGRES_PORT} (15432), {@code SIGNALBOX_HTTP_PORT}
     * (18080).
     *
     * @throws StackFailure if one is not a port number
     */
    public static StackPorts of(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "SIGNALBOX_KAFKA_PORT", 19_092),
                port(environment, "SIGNALBOX_POSTGRES_PORT", 15_432),
                port(environment, "SIGNALBOX_HTTP_PORT", 18_080));
    }

    /**
     * Ports that nobody uses now; for the services a row with room for three replicas of each. They lie below those that
     * the operating system lends to outgoing connections, so they stay free while a killed process is away.
     */
    public static StackPorts free() {
        for (int attempt = 0; attempt < ROWS; attempt++) {
            int first = FIRST_ROW + ThreadLocalRandom.current().nextInt(ROWS) * ROW;
            if (IntStream.range(first, first + ROW).allMatch(StackPorts::isFree)) {
                return new StackPorts(first + ROW - 1, first + ROW - 2, first);
            }
        }
        throw new StackFailure("No free ports were found between " + FIRST_ROW + " and " + (FIRST_ROW + ROWS * ROW)
                + ": stop some of the servers on this machine.");
    }

    /** @throws StackFailure naming the first port that somebody else uses */
    public void ensureFree() {
        ensureFree(kafka, "Kafka", "SIGNALBOX_KAFKA_PORT");
        ensureFree(postgres, "PostgreSQL", "SIGNALBOX_POSTGRES_PORT");
        for (ServiceName service : ServiceName.values()) {
            ensureFree(http + service.portOffset(), service.title(), "SIGNALBOX_HTTP_PORT");
        }
    }

    private static void ensureFree(int port, String who, String variable) {
        if (!isFree(port)) {
            throw new StackFailure("Port " + port + " for " + who + " is taken: stop what listens there or set "
                    + variable + " to another port.");
        }
    }

    /** Whether a server could listen there. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_000) {
            throw new StackFailure(name + " is '" + value + "': set it to a port number from 1 to 65000.");
        }
        return Integer.parseInt(value);
    }
}
