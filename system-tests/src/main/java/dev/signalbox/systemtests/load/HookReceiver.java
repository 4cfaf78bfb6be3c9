package dev.signalbox.systemtests.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.systemtests.history.Hooked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Webhooks as customers run them: {@code flaky} answers three of ten with an error and sometimes not at all, {@code gone} says
 * that it is gone. Signatures are verified by an independent library.
 */
public final class HookReceiver implements AutoCloseable {

    private static final String PREFIX = "SIGNALBOX_DELIVERY_";
    private static final double FAILS = 0.3;
    private static final double HANGS = 0.01;
    private static final long HANGS_FOR_MILLIS = 6_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random;
    private final String secret;
    private final Webhook webhook;
    private final List<Hooked> hooked = Collections.synchronizedList(new ArrayList<>());

    public HookReceiver(Random random) {
        this.random = random;
        byte[] key = new byte[32];
        random.nextBytes(key);
        secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        try {
            webhook = new Webhook(secret);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException("The secret has 32 bytes", e);
        }
        server.setExecutor(threads);
        server.createContext("/flaky", this::flaky);
        server.createContext("/gone", exchange -> answer(exchange, 410));
        server.start();
    }

    /** What escalation-service needs in its environment to tell these endpoints, with waits that fit a short run. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put(PREFIX + "ALLOW", "127.0.0.0/8,::1/128");
        settings.put(PREFIX + "RETRIES", String.join(",", Collections.nCopies(30, "1s")));
        settings.put(PREFIX + "TIMEOUT", "3s");
        settings.put(PREFIX + "CIRCUIT_REST", "1s");
        for (String endpoint : List.of("flaky", "gone")) {
            String name = PREFIX + "ENDPOINTS_" + endpoint.toUpperCase(Locale.ROOT);
            settings.put(name + "_SINK", "WEBHOOK");
            settings.put(
                    name + "_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/" + endpoint);
            settings.put(name + "_SECRETS", secret);
        }
        return settings;
    }

    /** Everything that came to {@code flaky}, in the order in which it was answered. */
    public List<Hooked> hooked() {
        synchronized (hooked) {
            return List.copyOf(hooked);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void flaky(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        double mood = mood();
        if (mood < HANGS) {
            hang();
        }
        boolean taken = mood >= FAILS;
        hooked.add(new Hooked(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                genuine(exchange, body),
                taken,
                EventIds.of(body)));
        answer(exchange, taken ? 204 : 500);
    }

    private boolean genuine(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            webhook.verify(body, headers);
            return true;
        } catch (WebhookVerificationException forged) {
            return false;
        }
    }

    private synchronized double mood() {
        return random.nextDouble();
    }

    private static void hang() {
        try {
            Thread.sleep(HANGS_FOR_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
