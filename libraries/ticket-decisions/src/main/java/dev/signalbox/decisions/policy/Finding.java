package dev.signalbox.decisions.policy;

import org.jspecify.annotations.Nullable;

/**
 * Something that a policy document should not say.
 *
 * @param weight whether it can be used all the same
 * @param line of the document, from 1; of the enclosing section where the field is missing
 * @param path the field, for example {@code score.weights.arr}; empty for the whole document
 * @param fault what is wrong and what is allowed
 * @param value what the document says there, shortened; null where it says nothing
 * @param instead what could be written instead, or null where {@code fault} says it
 */
public record Finding(
        Weight weight,
        int line,
        String path,
        String fault,
        @Nullable String value,
        @Nullable String instead) {

    /** An ERROR is refused, a WARNING is told. */
    public enum Weight {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return weight == Weight.ERROR;
    }

    /** One line: where and what. */
    public String sentence() {
        String place = path.isEmpty() || fault.startsWith(path) ? "" : path + ": ";
        return "line " + line + ": " + place + fault;
    }
}
