package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a customer sounds (S6): {@code value = sum / (|sum| + damping)} over the weights of the words found.
 *
 * @param words for each weight, -3 to 3 without 0, its words
 * @param intensifiers words that add one to the weight of what follows
 * @param shouting added for each sentence that ends in "!!" and for a word in capitals, where the sum is below zero; at
 *     most 0
 * @param damping the greater, the more words it takes, 1 or more
 * @param stronglyNegativeTo values up to this are STRONGLY_NEGATIVE
 * @param negativeTo values up to this are NEGATIVE
 * @param positiveFrom values from this on are POSITIVE
 */
public record SentimentPolicy(
        Map<Integer, CueWords> words,
        CueWords intensifiers,
        int shouting,
        int damping,
        BigDecimal stronglyNegativeTo,
        BigDecimal negativeTo,
        BigDecimal positiveFrom) {

    public SentimentPolicy(
            @Nullable Map<Integer, CueWords> words,
            @Nullable CueWords intensifiers,
            int shouting,
            int damping,
            @Nullable BigDecimal stronglyNegativeTo,
            @Nullable BigDecimal negativeTo,
            @Nullable BigDecimal positiveFrom) {
        this.words = Map.copyOf(Allowed.present("analysis.sentiment.words", words));
        this.intensifiers = Allowed.present("analysis.sentiment.intensifiers", intensifiers);
        this.shouting = Allowed.between("analysis.sentiment.shouting", shouting, -3, 0);
        this.damping = Allowed.between("analysis.sentiment.damping", damping, 1, 100);
        this.stronglyNegativeTo = Allowed.present("analysis.sentiment.stronglyNegativeTo", stronglyNegativeTo);
        this.negativeTo = Allowed.present("analysis.sentiment.negativeTo", negativeTo);
        this.positiveFrom = Allowed.present("analysis.sentiment.positiveFrom", positiveFrom);
        for (int weight : this.words.keySet()) {
            Allowed.between("analysis.sentiment.words." + weight, Math.abs(weight), 1, 3);
        }
        if (this.stronglyNegativeTo.compareTo(this.negativeTo) >= 0
                || this.negativeTo.compareTo(this.positiveFrom) >= 0) {
            throw new IllegalArgumentException(
                    "analysis.sentiment: stronglyNegativeTo must be below negativeTo, that below positiveFrom");
        }
    }
}
