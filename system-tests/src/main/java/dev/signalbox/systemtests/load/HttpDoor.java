package dev.signalbox.systemtests.load;

import dev.signalbox.systemtests.history.Accepted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Says things over HTTP, again and again under the same key until intake accepts them. */
final class HttpDoor implements AutoCloseable {

    private static final int ACCEPTED = 202;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 300;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService callers = Executors.newFixedThreadPool(8);
    private final URI intake;
    private final Journal journal;
    private final AtomicReference<String> refusal = new AtomicReference<>();

    HttpDoor(URI intake, Journal journal) {
        this.intake = intake;
        this.journal = journal;
    }

    void deliver(Delivery delivery) {
        callers.execute(() -> insist(delivery));
    }

    private void insist(Delivery delivery) {
        String path = delivery.kind() == Accepted.Kind.TICKET
                ? "/v1/tickets"
                : "/v1/tickets/" + delivery.ticketId() + "/activity";
        HttpRequest request = HttpRequest.newBuilder(intake.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", delivery.factId())
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
                .build();
        try {
            while (!isAnswered(request)) {
                Thread.sleep(PAUSE_MILLIS);
            }
            journal.add(delivery.accepted(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnswered(HttpRequest request) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            return false; // killed or not up again: the same request is repeated
        }
        int status = answer.statusCode();
        boolean refused = status / 100 == 4 && status != 409 && status != 429;
        if (refused) {
            refusal.compareAndSet(null, request.uri() + ": " + answer.body());
            return true;
        }
        return status == ACCEPTED;
    }

    /** Waits until everything is accepted. */
    @Override
    public void close() {
        Ends.of(callers);
        if (refusal.get() != null) {
            throw new IllegalStateException("Intake refuses " + refusal.get());
        }
    }
}
