package dev.signalbox.systemtests.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook that can be switched off and on; notes what arrived when. */
final class Hook implements AutoCloseable {

    private static final int NO_CONTENT = 204;
    private static final int BACKLOG = 100;

    private final int port;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    /** @param late from the decision to the arrival, milliseconds */
    private record Arrival(String id, String ticketId, String escalation, long sequence, double late) {}

    Hook() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    void on() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    void off() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Instant now = Instant.now();
            JsonNode escalation =
                    Json.tree(exchange.getRequestBody().readAllBytes()).path("data");
            Duration late = Duration.between(Instant.parse(escalation.path("at").textValue()), now);
            arrivals.add(new Arrival(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    escalation.path("ticketId").textValue(),
                    escalation.path("id").textValue(),
                    escalation.path("sequence").longValue(),
                    late.toNanos() / 1e6));
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
    }

    /** How many different messages of a round have arrived. */
    long arrived(String round) {
        Set<String> ids = new HashSet<>();
        arrivals.stream().filter(one -> one.ticketId().startsWith(round)).forEach(one -> ids.add(one.id()));
        return ids.size();
    }

    /** Milliseconds from decision to arrival, of the first arrival of each message of a round. */
    double[] latencies(String round) {
        Map<String, Double> first = new HashMap<>();
        arrivals.stream()
                .filter(one -> one.ticketId().startsWith(round))
                .forEach(one -> first.putIfAbsent(one.id(), one.late()));
        return first.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Escalations of a round whose messages did not come in order. */
    long outOfOrder(String round) {
        Map<String, Long> last = new HashMap<>();
        Set<String> wrong = new HashSet<>();
        for (Arrival arrival : arrivals) {
            if (arrival.ticketId().startsWith(round)) {
                Long before = last.put(arrival.escalation(), arrival.sequence());
                if (before != null && before > arrival.sequence()) {
                    wrong.add(arrival.escalation());
                }
            }
        }
        return wrong.size();
    }

    @Override
    public void close() {
        off();
        threads.shutdownNow();
    }
}
