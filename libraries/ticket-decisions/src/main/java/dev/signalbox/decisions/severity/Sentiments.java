package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Sentiment;
import dev.signalbox.decisions.severity.text.Cue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How each message sounds (S6). */
final class Sentiments {

    private Sentiments() {}

    static boolean negative(Sentiment sentiment) {
        return sentiment.label().compareTo(Sentiment.Label.NEGATIVE) <= 0;
    }

    /** It turned: the last message is negative and an earlier one was not (S6). */
    static boolean turned(List<Sentiment> sentiments) {
        return negative(sentiments.get(sentiments.size() - 1))
                && sentiments.stream().anyMatch(sentiment -> !negative(sentiment));
    }

    static Sentiment of(SentimentPolicy policy, Message message) {
        List<Cue> words = message.cues(cue -> cue.name().startsWith(CueNames.SENTIMENT));
        List<Cue> intensifiers = message.asserted(CueNames.INTENSIFIER);
        int sum = 0;
        for (Cue word : words) {
            if (words.stream().noneMatch(other -> covers(other, word))) {
                sum += weight(word, intensifiers);
            }
        }
        if (sum < 0) {
            sum += policy.shouting() * (message.tokens().exclamations() + shouted(message));
        }
        BigDecimal value = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(Math.abs((long) sum) + policy.damping()), 2, RoundingMode.HALF_UP);
        return new Sentiment(label(policy, value), value);
    }

    private static int weight(Cue word, List<Cue> intensifiers) {
        int weight = Integer.parseInt(word.name().substring(CueNames.SENTIMENT.length()));
        if (word.meaning() == Cue.Meaning.OTHER) {
            return 0;
        }
        if (word.meaning() == Cue.Meaning.NEGATED) {
            // "not happy" is unhappy, but "not angry" is not yet happy
            return weight > 0 ? -weight : 0;
        }
        boolean intense = intensifiers.stream().anyMatch(intensifier -> intensifier.to() == word.from());
        return intense ? weight + Integer.signum(weight) : weight;
    }

    private static boolean covers(Cue longer, Cue word) {
        int length = word.to() - word.from();
        return longer.from() <= word.from() && word.to() <= longer.to() && longer.to() - longer.from() > length;
    }

    private static int shouted(Message message) {
        for (int at = 0; at + 1 < message.tokens().size(); at++) {
            // one word in capitals may be a product's name, two in a row are a raised voice
            if (message.tokens().get(at).shouted()
                    && message.tokens().get(at + 1).shouted()) {
                return 1;
            }
        }
        return 0;
    }

    private static Sentiment.Label label(SentimentPolicy policy, BigDecimal value) {
        if (value.compareTo(policy.stronglyNegativeTo()) <= 0) {
            return Sentiment.Label.STRONGLY_NEGATIVE;
        }
        if (value.compareTo(policy.negativeTo()) <= 0) {
            return Sentiment.Label.NEGATIVE;
        }
        return value.compareTo(policy.positiveFrom()) >= 0 ? Sentiment.Label.POSITIVE : Sentiment.Label.NEUTRAL;
    }
}
