package dev.signalbox.contracts;

import java.math.BigDecimal;

/** How the customer sounds: a label and a value from -1 (angry) to 1 (happy) (S6). */
public record Sentiment(Label label, BigDecimal value) {

    /** From worst to best. */
    public enum Label {
        STRONGLY_NEGATIVE,
        NEGATIVE,
        NEUTRAL,
        POSITIVE
    }
}
