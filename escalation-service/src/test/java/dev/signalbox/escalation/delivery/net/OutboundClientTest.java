package dev.signalbox.escalation.delivery.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is connected to is what was checked; nothing else is followed or waited for. */
class OutboundClientTest {

    private static final PermittedAddresses LOOPBACK = new PermittedAddresses(List.of(AddressBlock.parse("127.0.0.1")));

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        servers.forEach(server -> server.stop(0));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void nameThatChangesItsMeaningIsCheckedAtEachAttemptAndConnectedToAsChecked() throws IOException {
        int port = serve("127.0.0.1", 0, 200, null);
        serve("127.0.0.2", port, 200, null);
        List<String> answers = new ArrayList<>(List.of("127.0.0.1", "127.0.0.2"));
        List<String> lookups = new CopyOnWriteArrayList<>();
        Resolver rebinding = host -> {
            lookups.add(host);
            return List.of(InetAddress.getByName(answers.remove(0)));
        };
        try (OutboundClient client = client(rebinding, Duration.ofMinutes(1))) {
            URI url = URI.create("http://rebinding.test:" + port + "/hook?x=1");

            assertThat(post(client, url).status()).isEqualTo(200);
            Answer second = post(client, url);

            assertThat(second.status()).isZero();
            assertThat(second.problem()).isEqualTo("REFUSED: rebinding.test is at an address that is not permitted");
            assertThat(lookups).containsExactly("rebinding.test", "rebinding.test");
            assertThat(hosts).containsExactly("127.0.0.1 as rebinding.test:" + port + " /hook?x=1");
        }
    }

    @Test
    void redirectIsAnAnswerLikeAnyOther() throws IOException {
        int secret = serve("127.0.0.1", 0, 200, null);
        int port = serve("127.0.0.1", 0, 307, "http://127.0.0.1:" + secret + "/");
        try (OutboundClient client = client(Resolver.ofTheMachine(), Duration.ofMinutes(1))) {

            Answer answer = post(client, URI.create("http://127.0.0.1:" + port + "/"));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(hosts).hasSize(1);
        }
    }

    @Test
    void endpointThatNeverAnswersIsGivenUpAfterTheTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
                OutboundClient client = client(Resolver.ofTheMachine(), Duration.ofMillis(300))) {

            Answer answer = post(client, URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));

            assertThat(answer).isEqualTo(Answer.none("TIMED_OUT"));
        }
    }

    @Test
    void endpointThatIsNotThereAndNameThatIsUnknownAreAnswersToo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        Resolver nothing = host -> {
            throw new java.net.UnknownHostException(host);
        };
        try (OutboundClient there = client(Resolver.ofTheMachine(), Duration.ofMinutes(1));
                OutboundClient nowhere = client(nothing, Duration.ofMinutes(1))) {
            assertThat(post(there, URI.create("http://127.0.0.1:" + free + "/")).problem())
                    .contains("Connect");
            assertThat(post(nowhere, URI.create("https://nowhere.test/"))).isEqualTo(Answer.none("UNKNOWN_HOST"));
        }
    }

    private OutboundClient client(Resolver resolver, Duration timeout) {
        return new OutboundClient(vertx, resolver, LOOPBACK, timeout);
    }

    private static Answer post(OutboundClient client, URI url) {
        return client.post(url, Map.of("Content-Type", "application/json"), "{}".getBytes(UTF_8), 1)
                .join();
    }

    private int serve(String address, int port, int status, String location) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 10);
        server.createContext("/", exchange -> {
            hosts.add(
                    address + " as " + exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI());
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }
}
