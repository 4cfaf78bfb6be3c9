package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.decisions.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A customer's conversation with support, drawn at random. What decides whether he asks for a manager is his strain, which
 * nobody sees; tone, words, priority and health only tend to follow it, and others have them too.
 *
 * @param warnedAt when the watchdog warned of the promise, or null
 * @param askedAt when the customer asked for a manager: the label; null: never
 */
record Conversation(
        Account account,
        @Nullable String priority,
        List<Message> messages,
        @Nullable Instant warnedAt,
        @Nullable Instant askedAt) {

    /** What nobody sees; an oracle that does shows how well anybody could do. */
    private static final double STRAINED = 0.65;

    /** When an oracle would expect the request; null: never. */
    @Nullable
    Instant strainedAt() {
        return messages.stream()
                .filter(message -> message.strain() > STRAINED)
                .map(Message::at)
                .findFirst()
                .orElse(null);
    }

    record Message(Instant at, String text, double strain) {}

    private static final List<String> CALM = List.of(
            "Could you tell us where the export is found?",
            "The report shows two columns more than last week. Is that intended?",
            "Thank you, we will try that tomorrow.",
            "Attached are the steps. The problem appears for one colleague.",
            "Is there an update on this?",
            "It works on the test system, not on production.",
            "We had a bad connection yesterday, today it is fine. One question remains about the filter.",
            "Please find the error number below.");
    private static final List<String> ANNOYED = List.of(
            "We have been waiting since Monday and are disappointed with the answers.",
            "This is still not solved and it is frustrating for the team.",
            "I explained this twice already. We are not happy.",
            "The last fix did not help, the problem is worse than before.",
            "Nobody seems to read what we write.",
            "How often do I have to send the same logs?",
            "This takes far too long.",
            "I am annoyed, the same error is back.");
    private static final List<String> ANGRY = List.of(
            "This is unacceptable!",
            "We are fed up with this, it is a terrible service.",
            "Three days without a solution is a joke.",
            "I am really angry, this is the worst support we ever had.");
    private static final List<String> THREATS = List.of(
            "Our lawyer will have a look at the contract.",
            "We are thinking of cancelling our subscription.",
            "This is a breach of contract.",
            "If this goes on we will cancel.");
    private static final List<String> REQUESTS = List.of(
            "I want to speak to a manager.",
            "Please connect me with your supervisor.",
            "Let me talk to somebody who is in charge, a manager.");

    static Conversation draw(Random random, Instant start) {
        double strain = random.nextInt(4) == 0 ? 0.3 + 0.6 * random.nextDouble() : 0.5 * random.nextDouble();
        int health = (int) Math.max(0, Math.min(100, 75 - 40 * strain + 12 * random.nextGaussian()));
        LocalDate renewal = LocalDate.parse("2026-11-24").plusDays(random.nextInt(365));
        Account account = Cases.account(PlanTier.PRO, 20_000, health, renewal);
        String priority = random.nextDouble() < 0.1 + 0.3 * strain ? "high" : "normal";
        boolean slow = random.nextInt(10) < 3;
        List<Message> messages = new ArrayList<>();
        Instant at = start;
        Instant warnedAt = null;
        Instant askedAt = null;
        for (int i = 0; i < 6 && askedAt == null; i++) {
            String text = text(random, strain);
            if (random.nextDouble() < (i == 0 ? 0.2 : 1) / (1 + Math.exp(-12 * (strain - 0.8)))) {
                askedAt = at;
                text = text + " " + pick(random, REQUESTS);
            }
            messages.add(new Message(at, text, strain));
            if (random.nextDouble() < 0.3) {
                return new Conversation(account, priority, messages, warnedAt, askedAt); // solved
            }
            if (slow && warnedAt == null) {
                warnedAt = at.plus(Duration.ofMinutes(30 + random.nextInt(60)));
                strain += 0.25;
            }
            at = at.plus(Duration.ofMinutes(100 + random.nextInt(600)));
            strain = Math.max(0, strain - 0.1 + 0.3 * random.nextDouble());
        }
        return new Conversation(account, priority, messages, warnedAt, askedAt);
    }

    private static String text(Random random, double strain) {
        double mood = strain + 0.15 * random.nextGaussian();
        String tone = pick(random, mood > 0.8 ? ANGRY : mood > 0.5 ? ANNOYED : CALM);
        return random.nextDouble() < 0.3 * strain * strain ? tone + " " + pick(random, THREATS) : tone;
    }

    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
