package dev.signalbox.escalation.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint as others would write it: a plain HTTP server that remembers what it was told. */
final class Receiver implements AutoCloseable {

    /** What it answers: a status, after whatever it likes to do first. */
    interface Behaviour {
        int answer(Call call, HttpExchange exchange) throws IOException;
    }

    /** One request. */
    record Call(Map<String, List<String>> headers, String body) {

        String id() {
            return headers.get("Webhook-id").get(0);
        }

        JsonNode json() {
            return Json.tree(body.getBytes(UTF_8));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Call> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private volatile Behaviour behaviour;

    private Receiver(HttpServer server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    static Receiver at(InetSocketAddress address, Behaviour behaviour) {
        try {
            Receiver receiver = new Receiver(HttpServer.create(address, 100), behaviour);
            receiver.server.setExecutor(receiver.threads);
            receiver.server.createContext("/", receiver::handle);
            receiver.server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void behaves(Behaviour next) {
        behaviour = next;
    }

    /** Every request, in the order in which they came. */
    List<Call> calls() {
        return calls;
    }

    /** Those that were answered with success. */
    List<Call> taken() {
        return taken;
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            Call call = new Call(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            calls.add(call);
            int status = behaviour.answer(call, exchange);
            if (status < 300) {
                taken.add(call);
            }
            exchange.sendResponseHeaders(status, -1);
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
