package dev.signalbox.edge;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The door: beyond loopback no service starts without a key, and with a key no request under {@code /v1} passes without
 * it. Keys come as {@code Authorization: Bearer KEY} or {@code X-API-Key: KEY}.
 */
@ApplicationScoped
public class ApiKeyFilter {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
    private static final String WEBHOOKS = "/v1/webhooks/";

    private final Optional<String> key;
    private final String host;

    ApiKeyFilter(
            @ConfigProperty(name = "signalbox.api.key") Optional<String> key,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.key = key.filter(text -> !text.isBlank());
        this.host = host;
    }

    void requireAKeyBeyondLoopback(@Observes StartupEvent started) {
        if (key.isEmpty() && !LOOPBACK.contains(host)) {
            throw new IllegalStateException(
                    "Set SIGNALBOX_API_KEY: without it this service listens on 127.0.0.1 only, not on " + host + ".");
        }
    }

    @ServerRequestFilter(preMatching = true)
    Response check(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (path.contains(";")) {
            // matrix parameters once slipped past path authorisation (CVE-2026-39852)
            return refuse(400, "A path must not contain ';'.");
        }
        if (key.isEmpty() || !path.startsWith("/v1/") || signsItsRequests(path)) {
            return null;
        }
        return presented(request).filter(this::isTheKey).isPresent()
                ? null
                : refuse(401, "Send the API key as 'Authorization: Bearer KEY' or 'X-API-Key: KEY'.");
    }

    private static boolean signsItsRequests(String path) {
        if (!path.startsWith(WEBHOOKS)) {
            return false;
        }
        String source =
                path.substring(WEBHOOKS.length()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return System.getenv("SIGNALBOX_WEBHOOK_SECRET_" + source) != null;
    }

    private static Optional<String> presented(ContainerRequestContext request) {
        String bearer = request.getHeaderString("Authorization");
        if (bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(bearer.substring(7).trim());
        }
        return Optional.ofNullable(request.getHeaderString("X-API-Key"));
    }

    private boolean isTheKey(String presented) {
        return MessageDigest.isEqual(bytes(presented), bytes(key.orElseThrow()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Response refuse(int status, String title) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, null, List.of()))
                .build();
    }
}
