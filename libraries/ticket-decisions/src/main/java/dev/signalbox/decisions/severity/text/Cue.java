package dev.signalbox.decisions.severity.text;

/**
 * A cue found in a text.
 *
 * @param name the cue's name
 * @param meaning whether the text asserts it
 * @param sentence number of its sentence
 * @param from its first token
 * @param to after its last token
 * @param text the words as they were written
 */
public record Cue(String name, Meaning meaning, int sentence, int from, int to, String text) {

    /** What the words around a cue make of it. */
    public enum Meaning {
        /** It is so. */
        ASSERTED,
        /** It is not so ("no data loss"). */
        NEGATED,
        /** The words mean something else ("data loss prevention"). */
        OTHER
    }

    public boolean asserted() {
        return meaning == Meaning.ASSERTED;
    }
}
