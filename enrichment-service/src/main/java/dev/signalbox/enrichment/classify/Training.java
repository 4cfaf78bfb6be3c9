package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.Features.Feature;
import dev.signalbox.enrichment.classify.Vectors.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Learns an intent model from resolved tickets and measures it on tickets that it has not seen. */
final class Training {

    private static final int FOLDS = 5;
    /** From so many tickets on one fold is measure enough, and pairs of words must occur twice. */
    private static final int MANY = 3000;

    private static final double[] SHARPNESSES = {
        0.3, 0.45, 0.6, 0.75, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0
    };

    private final List<ResolvedTicket> tickets;
    private final List<List<Feature>> features = new ArrayList<>();
    private final List<String> intents;
    private final int[] answers;

    Training(List<ResolvedTicket> resolved) {
        tickets = resolved.stream()
                .sorted(Comparator.comparing(ResolvedTicket::ticketId))
                .toList();
        intents = List.copyOf(
                new TreeSet<>(tickets.stream().map(ResolvedTicket::intent).toList()));
        answers = tickets.stream()
                .mapToInt(ticket -> intents.indexOf(ticket.intent()))
                .toArray();
        for (ResolvedTicket ticket : tickets) {
            features.add(Features.of(text(ticket)));
        }
    }

    static String text(ResolvedTicket ticket) {
        return ticket.subject() + "\n\n" + ticket.body();
    }

    /** Learns from all tickets. */
    IntentModel learn() {
        Measure measure = measure();
        Learnt learnt = learn(everything());
        return new IntentModel(tickets, intents, learnt.vectors(), learnt.model(), measure);
    }

    /**
     * How good the model is on tickets it has not seen.
     *
     * @param sharpness by which probabilities are closest to how often they are right
     * @param accuracy share of right answers
     * @param measuredOn number of tickets
     */
    record Measure(double sharpness, double accuracy, int measuredOn) {}

    private record Learnt(Vectors vectors, LinearModel model) {}

    private record Outcome(float[] scores, int answer) {}

    private Learnt learn(boolean[] among) {
        Vocabulary vocabulary = new Vocabulary();
        int texts = 0;
        for (int i = 0; i < among.length; i++) {
            if (among[i]) {
                texts++;
                features.get(i).forEach(feature -> vocabulary.count(feature.hash()));
            }
        }
        Vocabulary kept = texts < MANY ? vocabulary : vocabulary.atLeast(2);
        Vectors vectors = new Vectors(kept, texts);
        List<Vector> examples = new ArrayList<>();
        int[] labels = new int[texts];
        for (int i = 0; i < among.length; i++) {
            if (among[i]) {
                labels[examples.size()] = answers[i];
                examples.add(vectors.of(features.get(i)));
            }
        }
        return new Learnt(vectors, LinearModel.learn(examples, labels, intents.size(), kept.size()));
    }

    private Measure measure() {
        List<Outcome> outcomes = new ArrayList<>();
        int folds = tickets.size() < MANY ? FOLDS : 1;
        for (int fold = 0; fold < folds && tickets.size() >= FOLDS; fold++) {
            boolean[] among = everything();
            for (int i = 0; i < among.length; i++) {
                among[i] = fold(i) != fold;
            }
            Learnt learnt = learn(among);
            for (int i = 0; i < among.length; i++) {
                if (!among[i]) {
                    float[] scores = new float[intents.size()];
                    learnt.model().score(learnt.vectors().of(features.get(i)), scores);
                    outcomes.add(new Outcome(scores, answers[i]));
                }
            }
        }
        long right = outcomes.stream()
                .filter(outcome -> best(outcome.scores()) == outcome.answer())
                .count();
        double accuracy = outcomes.isEmpty() ? 0 : (double) right / outcomes.size();
        return new Measure(sharpness(outcomes), accuracy, outcomes.size());
    }

    /** By the id, so that a ticket stays in its fold when others come. */
    private int fold(int ticket) {
        return Math.floorMod((int) Features.hash(tickets.get(ticket).ticketId()), FOLDS);
    }

    private boolean[] everything() {
        boolean[] all = new boolean[tickets.size()];
        java.util.Arrays.fill(all, true);
        return all;
    }

    static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** The sharpness under which the right answers were likeliest. */
    private static double sharpness(List<Outcome> outcomes) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double sharpness : SHARPNESSES) {
            double loss = 0;
            for (Outcome outcome : outcomes) {
                float[] probabilities = outcome.scores().clone();
                LinearModel.softmax(probabilities, sharpness);
                loss -= Math.log(Math.max(probabilities[outcome.answer()], 1e-9));
            }
            if (loss < least) {
                least = loss;
                best = sharpness;
            }
        }
        return best;
    }
}
