package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.Features.Feature;
import dev.signalbox.enrichment.classify.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was learnt from one set of resolved tickets. Immutable; the set names it. */
final class IntentModel {

    private static final int TELLING_WORDS = 4;

    /** A text of which this part is known is familiar. */
    private static final double FAMILIAR = 0.5;

    private final String version;
    private final int tickets;
    private final List<String> intents;
    private final Map<String, String> categories = new HashMap<>();
    private final Map<String, Integer> examples = new TreeMap<>();
    private final Vectors vectors;
    private final LinearModel model;
    private final Training.Measure measure;

    /** @param tickets in the order of their ids */
    IntentModel(
            List<ResolvedTicket> tickets,
            List<String> intents,
            Vectors vectors,
            LinearModel model,
            Training.Measure measure) {
        this.version = hash(tickets);
        this.tickets = tickets.size();
        this.intents = intents;
        this.vectors = vectors;
        this.model = model;
        this.measure = measure;
        for (ResolvedTicket ticket : tickets) {
            categories.put(ticket.intent(), ticket.category());
            examples.merge(ticket.intent(), 1, Integer::sum);
        }
    }

    /**
     * The likeliest intent of a text.
     *
     * @param confidence 0..1
     * @param words those that decided, the most telling first
     */
    record Guess(String category, String intent, double confidence, List<String> words) {}

    /** The likeliest intent; the model must have learnt at least one. */
    Guess guess(List<Feature> features) {
        Vector vector = vectors.of(features);
        float[] scores = new float[intents.size()];
        model.score(vector, scores);
        LinearModel.softmax(scores, measure.sharpness());
        int best = Training.best(scores);
        String intent = intents.get(best);
        // a text of which little was ever learnt may not be guessed with confidence, whatever that little says
        double familiar = Math.min(1, vectors.knownPart(features) / FAMILIAR);
        return new Guess(categories.get(intent), intent, familiar * scores[best], telling(features, vector, best));
    }

    private List<String> telling(List<Feature> features, Vector vector, int label) {
        Map<Integer, Float> evidence = new HashMap<>();
        for (int i = 0; i < vector.numbers().length; i++) {
            int number = vector.numbers()[i];
            evidence.put(number, vector.weights()[i] * model.evidence(number, label));
        }
        record Telling(String written, float evidence) {}
        return features.stream()
                .map(feature -> new Telling(feature.written(), evidence.getOrDefault(vectors.number(feature), 0f)))
                .filter(telling -> telling.evidence() > 0)
                .sorted(Comparator.comparing(Telling::evidence).reversed())
                .limit(TELLING_WORDS)
                .map(Telling::written)
                .toList();
    }

    boolean empty() {
        return intents.isEmpty();
    }

    String version() {
        return version;
    }

    int tickets() {
        return tickets;
    }

    /** Number of tickets for each intent. */
    Map<String, Integer> examples() {
        return examples;
    }

    Map<String, String> categories() {
        return categories;
    }

    Training.Measure measure() {
        return measure;
    }

    private static String hash(List<ResolvedTicket> tickets) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ResolvedTicket ticket : tickets) {
                digest.update((ticket.ticketId() + '\0' + ticket.intent() + '\0' + Training.text(ticket) + '\0')
                        .getBytes(StandardCharsets.UTF_8));
            }
            return "intents-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
