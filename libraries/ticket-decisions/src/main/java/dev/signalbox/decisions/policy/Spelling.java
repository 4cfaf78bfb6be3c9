package dev.signalbox.decisions.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant. */
final class Spelling {

    private static final int LETTERS_PER_SLIP = 4;

    private Spelling() {}

    /** The word that is so near that somebody may have slipped: one letter in four at most. */
    static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(written, word) * LETTERS_PER_SLIP <= word.length())
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** How many letters must be added, removed or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
