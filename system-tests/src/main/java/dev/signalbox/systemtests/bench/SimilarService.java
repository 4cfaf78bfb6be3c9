package dev.signalbox.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.PolicyPublication;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.Topics;
import dev.signalbox.systemtests.figures.Figures;
import dev.signalbox.systemtests.load.RoundTheClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The running enrichment service between Kafka and PostgreSQL: how soon a resolved ticket is found, how fast its backlog of
 * meanings shrinks, and how long it takes to know everything again after a restart.
 *
 * @param foundP50Millis from the acknowledged import of a ticket to its being found by its words
 * @param foundMaxMillis the longest of these
 * @param computedPerSecond meanings, with the share of the processor that the service takes by default
 * @param restartSeconds from the start of the process to its being ready, with all tickets found by their words
 * @param restoredSeconds from then on until all are found by their meaning
 * @param computedAgain meanings that were computed again after the restart
 * @param residentMib of the process at the end
 */
record SimilarService(
        double foundP50Millis,
        double foundMaxMillis,
        double computedPerSecond,
        double restartSeconds,
        double restoredSeconds,
        double computedAgain,
        long residentMib) {

    private static final int PROBES = 40;
    private static final int CHUNK = 500;
    private static final int ACCEPTED = 202;
    private static final long SOON_MILLIS = 10;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static SimilarService measure(Path root, List<String> texts) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("signalbox-bench-");
        LocalStack stack = LocalStack.in(data, root.toAbsolutePath().normalize(), StackPorts.free());
        try {
            stack.startStores();
            String servers = stack.kafka().bootstrapServers();
            Topics.create(servers);
            PolicyPublication.activate(servers, RoundTheClock.starter());
            ServiceProcess service = stack.add(ServiceName.ENRICHMENT, 1, Map.of(), LocalStack.SUSTAINED);
            service.start();
            return measure(service, texts);
        } finally {
            stack.kill();
        }
    }

    private static SimilarService measure(ServiceProcess service, List<String> texts)
            throws IOException, InterruptedException {
        for (int from = 0; from < texts.size(); from += CHUNK) {
            List<ResolvedTicket> chunk = new ArrayList<>();
            for (int i = from; i < Math.min(texts.size(), from + CHUNK); i++) {
                chunk.add(ticket("bench:" + i, texts.get(i)));
            }
            tell(service, chunk);
        }
        long begun = System.nanoTime();
        awaitAll(service, texts.size());
        double computing = (System.nanoTime() - begun) / 1e9;
        List<Double> found = new ArrayList<>();
        for (int probe = 0; probe < PROBES; probe++) {
            found.add(foundAfterMillis(service, probe));
        }
        awaitAll(service, texts.size() + PROBES);
        service.stop();
        begun = System.nanoTime();
        service.start();
        double restart = (System.nanoTime() - begun) / 1e9;
        awaitAll(service, texts.size() + PROBES);
        double restored = (System.nanoTime() - begun) / 1e9 - restart;
        return new SimilarService(
                Figures.median(found),
                found.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                texts.size() / computing,
                restart,
                restored,
                metric(service, "signalbox_similar_computed_total"),
                ProcessUse.residentMib(service.pid()));
    }

    /** One intent for all: what is measured here is no learning. */
    private static ResolvedTicket ticket(String id, String text) {
        return new ResolvedTicket(id, "", text, "BENCH", "bench", null, null, null, null);
    }

    private static double foundAfterMillis(ServiceProcess service, int probe) throws IOException, InterruptedException {
        String id = "probe:" + probe;
        String word = "probed" + (char) ('a' + probe / 26) + (char) ('a' + probe % 26);
        URI question = service.url()
                .resolve("/v1/similar?limit=1&text=" + URLEncoder.encode("the " + word + " is broken", UTF_8));
        tell(service, List.of(ticket(id, "my " + word + " is broken since today")));
        long told = System.nanoTime();
        while (!get(question).contains('"' + id + '"')) {
            Thread.sleep(SOON_MILLIS);
        }
        return (System.nanoTime() - told) / 1e6;
    }

    private static void tell(ServiceProcess service, List<ResolvedTicket> tickets)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.url().resolve("/v1/history:import"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.encode(tickets)))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("The import was answered by " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static void awaitAll(ServiceProcess service, int tickets) throws IOException, InterruptedException {
        while (metric(service, "signalbox_similar_computed_total") + metric(service, "signalbox_similar_loaded_total")
                        < tickets
                || metric(service, "signalbox_similar_backlog") > 0) {
            Thread.sleep(SOON_MILLIS);
        }
    }

    private static double metric(ServiceProcess service, String name) throws IOException, InterruptedException {
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$")
                .matcher(get(service.url().resolve("/q/metrics")));
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
