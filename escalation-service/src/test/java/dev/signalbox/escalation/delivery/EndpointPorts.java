package dev.signalbox.escalation.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Endpoints on free ports, each for an account of its own name, so that tests do not meet. Nobody listens there until a
 * test starts a {@link Receiver}.
 */
public final class EndpointPorts implements QuarkusTestResourceLifecycleManager {

    static final String NEW_SECRET = "whsec_bmV3LXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";
    static final String OLD_SECRET = "whsec_b2xkLXNlY3JldC1vZi10d2VudHktZm91ci1ieXRlcw==";

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("signalbox.delivery.allow", "127.0.0.1/32");
        settings.put("signalbox.delivery.timeout", "2s");
        settings.put("signalbox.delivery.retries", "100ms,".repeat(99) + "100ms");
        settings.put("signalbox.delivery.circuit-rest", "100ms");
        for (String name : List.of("flaky", "hanging", "gone", "dead", "patient")) {
            endpoint(settings, name, "WEBHOOK", name);
            settings.put(key(name, "secrets"), NEW_SECRET + "," + OLD_SECRET);
        }
        endpoint(settings, "healthy", "WEBHOOK", "hanging,dead");
        settings.put(key("healthy", "secrets"), NEW_SECRET);
        endpoint(settings, "choosy", "PAGERDUTY", "choosy");
        settings.put(key("choosy", "secrets"), "routing-key");
        return settings;
    }

    private static void endpoint(Map<String, String> settings, String name, String sink, String accounts) {
        settings.put(key(name, "sink"), sink);
        settings.put(key(name, "url"), "http://127.0.0.1:" + freePort() + "/hook");
        settings.put(key(name, "accounts"), accounts);
    }

    static String key(String endpoint, String setting) {
        return "signalbox.delivery.endpoints." + endpoint + "." + setting;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // nothing was started
    }
}
