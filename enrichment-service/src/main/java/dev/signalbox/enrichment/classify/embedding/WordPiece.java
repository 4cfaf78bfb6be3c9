package dev.signalbox.enrichment.classify.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Splits a text into the word pieces of an uncased BERT vocabulary (Devlin et al., 2019): lower case, no accents,
 * punctuation and Chinese characters apart, then the longest known beginnings.
 */
final class WordPiece {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> pieces = new HashMap<>();
    private final int begin;
    private final int end;
    private final int unknown;

    /** @param tokenizer as the file tokenizer.json describes it */
    WordPiece(JsonNode tokenizer) {
        tokenizer
                .path("model")
                .path("vocab")
                .properties()
                .forEach(piece -> pieces.put(piece.getKey(), piece.getValue().asInt()));
        begin = pieces.get("[CLS]");
        end = pieces.get("[SEP]");
        unknown = pieces.get("[UNK]");
    }

    /** The numbers of the pieces, with begin and end, at most so many. */
    int[] of(String text, int most) {
        Pieces found = new Pieces(most);
        found.add(begin);
        String clean = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < clean.length() && !found.full(); ) {
            int c = clean.codePointAt(at);
            at += Character.charCount(c);
            if (Character.getType(c) == Character.NON_SPACING_MARK || c == 0 || c == 0xFFFD || control(c)) {
                continue;
            }
            if (space(c)) {
                split(word, found);
            } else if (punctuation(c) || chinese(c)) {
                split(word, found);
                word.appendCodePoint(c);
                split(word, found);
            } else {
                word.appendCodePoint(c);
            }
        }
        split(word, found);
        return found.closed(end);
    }

    private void split(StringBuilder word, Pieces found) {
        if (word.length() == 0) {
            return;
        }
        int before = found.size;
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer piece = null;
            while (to > from && piece == null) {
                piece = pieces.get(from == 0 ? word.substring(0, to) : "##" + word.substring(from, to));
                to -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                break;
            }
            found.add(piece);
            from = to;
        }
        if (from < word.length()) {
            found.size = before;
            found.add(unknown);
        }
        word.setLength(0);
    }

    private static boolean space(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean control(int c) {
        int type = Character.getType(c);
        return c != '\t'
                && c != '\n'
                && c != '\r'
                && (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.PRIVATE_USE
                        || type == Character.UNASSIGNED);
    }

    /** Everything of ASCII that is no letter or digit, and what Unicode calls punctuation. */
    private static boolean punctuation(int c) {
        if (c < 128) {
            return !Character.isLetterOrDigit(c);
        }
        int type = Character.getType(c);
        return type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static boolean chinese(int c) {
        return Character.isIdeographic(c);
    }

    private static final class Pieces {

        private final int[] numbers;
        private int size;

        Pieces(int most) {
            numbers = new int[most];
        }

        boolean full() {
            return size >= numbers.length - 1;
        }

        void add(int piece) {
            if (!full()) {
                numbers[size++] = piece;
            }
        }

        int[] closed(int end) {
            numbers[size++] = end;
            return Arrays.copyOf(numbers, size);
        }
    }
}
