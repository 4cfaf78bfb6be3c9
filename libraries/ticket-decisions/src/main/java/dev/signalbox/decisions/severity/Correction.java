package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Urgency;
import org.jspecify.annotations.Nullable;

/** What reviewers have said of a case (S7), later ones over earlier ones; null fields were right as they were. */
public record Correction(
        @Nullable String category,
        @Nullable String intent,
        @Nullable Urgency urgency,
        @Nullable Impact impact) {

    private static final Correction NOTHING = new Correction(null, null, null, null);

    /** Puts a review over what was said before. */
    public static Correction over(@Nullable Correction earlier, Review review) {
        Correction before = earlier == null ? NOTHING : earlier;
        return new Correction(
                review.category() == null ? before.category : review.category(),
                review.intent() == null ? before.intent : review.intent(),
                review.urgency() == null ? before.urgency : review.urgency(),
                review.impact() == null ? before.impact : review.impact());
    }
}
