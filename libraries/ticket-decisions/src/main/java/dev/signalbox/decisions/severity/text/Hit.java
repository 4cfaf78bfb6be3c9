package dev.signalbox.decisions.severity.text;

/**
 * A phrase found in a text.
 *
 * @param name what the phrase stands for
 * @param from its first token
 * @param to after its last token
 * @param gaps bit n: the token at {@code from + n} stands in a gap and is not part of the phrase
 */
record Hit(String name, int from, int to, long gaps) {

    boolean isGap(int token) {
        return (gaps >> (token - from) & 1) == 1;
    }

    boolean overlaps(Hit other) {
        return from < other.to && other.from < to;
    }
}
