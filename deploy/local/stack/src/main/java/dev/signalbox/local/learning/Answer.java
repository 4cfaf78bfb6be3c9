package dev.signalbox.local.learning;

/**
 * What a classifier said of a text whose intent is known.
 *
 * @param actual the known intent
 * @param guessed the classifier's
 * @param confidence 0..1
 */
public record Answer(String actual, String guessed, double confidence) {

    boolean right() {
        return actual.equals(guessed);
    }
}
