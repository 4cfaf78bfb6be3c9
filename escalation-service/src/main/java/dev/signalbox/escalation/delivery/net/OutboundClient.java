package dev.signalbox.escalation.delivery.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Posts JSON to permitted addresses. Follows no redirect, uses no proxy, reads no answer but its status. */
public final class OutboundClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient client;
    private final Resolver resolver;
    private final PermittedAddresses permitted;
    private final Duration timeout;

    /** @param timeout of a whole attempt, from the connection to the end of the answer */
    public OutboundClient(Vertx vertx, Resolver resolver, PermittedAddresses permitted, Duration timeout) {
        this.vertx = vertx;
        this.resolver = resolver;
        this.permitted = permitted;
        this.timeout = timeout;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) Math.min(CONNECT.toMillis(), timeout.toMillis()))
                .setKeepAlive(false)
                .setMaxPoolSize(256)
                .setDecompressionSupported(false));
    }

    /**
     * One attempt. Blocks while the host is looked up, not while it answers; never fails.
     *
     * @param turn counts the attempts: each takes the next of the host's addresses
     */
    public CompletableFuture<Answer> post(URI url, Map<String, String> headers, byte[] body, int turn) {
        Destination destination;
        try {
            destination = Destination.of(url, resolver, permitted, turn);
        } catch (RefusedDestination refused) {
            return CompletableFuture.completedFuture(Answer.none("REFUSED: " + refused.getMessage()));
        } catch (UnknownHostException unknown) {
            return CompletableFuture.completedFuture(Answer.none("UNKNOWN_HOST"));
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        client.request(options(url, destination))
                .onSuccess(request -> send(request, headers, body, answer))
                .onFailure(failure -> answer.complete(noAnswer(failure)));
        return answer;
    }

    private static RequestOptions options(URI url, Destination destination) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        new InetSocketAddress(destination.address(), destination.port())))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.encrypted())
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false);
    }

    private void send(
            HttpClientRequest request, Map<String, String> headers, byte[] body, CompletableFuture<Answer> answer) {
        long deadline = vertx.setTimer(timeout.toMillis(), late -> {
            answer.complete(Answer.none("TIMED_OUT"));
            request.reset();
        });
        headers.forEach(request::putHeader);
        Future<HttpClientResponse> response = request.send(Buffer.buffer(body));
        response.onComplete(done -> {
            vertx.cancelTimer(deadline);
            if (done.succeeded()) {
                done.result().exceptionHandler(hungUp -> {}); // by us, whatever else it has to say
            }
            answer.complete(done.succeeded() ? answered(done.result()) : noAnswer(done.cause()));
            request.reset();
        });
    }

    private static Answer answered(HttpClientResponse response) {
        return new Answer(
                response.statusCode(), RetryAfter.parse(response.getHeader("Retry-After"), Instant.now()), null);
    }

    private static Answer noAnswer(Throwable failure) {
        return Answer.none(failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        client.close();
    }
}
