package dev.signalbox.decisions.severity.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of words, as policies write it: {@code lose|lost|losing .. data|files}.
 *
 * <ul>
 *   <li>{@code word}: exactly that word; {@code word*}: a word that begins so; {@code a|b*}: one of them
 *   <li>{@code #}: a whole number
 *   <li>{@code ..}: up to four filler words (articles, possessives)
 *   <li>{@code ...}: up to four words of any kind
 * </ul>
 *
 * All words of a match stand in one clause.
 */
final class Phrase {

    private static final int FILLERS = 4;
    private static final int ANY = 4;
    private static final int NO_MATCH = -1;

    /** One place of the pattern, and what may stand before it. */
    private record Step(List<Choice> choices, boolean fillersBefore, int gapBefore) {
        boolean matches(String word) {
            for (Choice choice : choices) {
                if (choice.matches(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A word, the beginning of one, or a number. */
    record Choice(String text, boolean prefix, boolean number) {
        static Choice of(String written) {
            if (written.equals("#")) {
                return new Choice("", false, true);
            }
            boolean prefix = written.endsWith("*");
            String text = prefix ? written.substring(0, written.length() - 1) : written;
            if (text.isEmpty() || text.contains("*") || !text.equals(text.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "'" + written
                                + "' is no word of a phrase: allowed are lower-case words, a* for a word's beginning, a|b, #, .. and ...");
            }
            return new Choice(text, prefix, false);
        }

        boolean matches(String word) {
            if (number) {
                return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
            }
            return prefix ? word.startsWith(text) : word.equals(text);
        }
    }

    private final String name;
    private final List<Step> steps;
    private final Set<String> fillers;

    private Phrase(String name, List<Step> steps, Set<String> fillers) {
        this.name = name;
        this.steps = steps;
        this.fillers = fillers;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is not one; the message says what is allowed
     */
    static Phrase of(String name, String pattern, Set<String> fillers) {
        List<Step> steps = new ArrayList<>();
        boolean fillersBefore = false;
        int gap = 0;
        for (String part : pattern.strip().split("\\s+", -1)) {
            if (part.equals("..")) {
                fillersBefore = true;
                gap = FILLERS;
            } else if (part.equals("...")) {
                fillersBefore = false;
                gap = ANY;
            } else {
                List<Choice> choices = new ArrayList<>();
                for (String choice : part.split("\\|", -1)) {
                    choices.add(Choice.of(choice));
                }
                steps.add(new Step(List.copyOf(choices), fillersBefore, gap));
                fillersBefore = false;
                gap = 0;
            }
        }
        if (steps.isEmpty() || gap > 0 || steps.get(0).gapBefore() > 0) {
            throw new IllegalArgumentException("The phrase '" + pattern + "' must begin and end with a word.");
        }
        return new Phrase(name, List.copyOf(steps), fillers);
    }

    String name() {
        return name;
    }

    List<Choice> firstWords() {
        return steps.get(0).choices();
    }

    /** The match that begins at that token, or null; gaps are kept as short as possible. */
    @Nullable
    Hit at(Tokens tokens, int from) {
        long[] gaps = new long[1];
        int to = match(tokens, from, from, 0, gaps);
        return to == NO_MATCH ? null : new Hit(name, from, to, gaps[0]);
    }

    private int match(Tokens tokens, int from, int at, int step, long[] gaps) {
        if (step == steps.size()) {
            return at;
        }
        Step wanted = steps.get(step);
        long before = gaps[0];
        for (int skipped = 0; skipped <= wanted.gapBefore(); skipped++) {
            int here = at + skipped;
            if (here >= tokens.size()
                    || tokens.get(here).clause() != tokens.get(from).clause()) {
                break;
            }
            String word = tokens.get(here).word();
            if (wanted.matches(word)) {
                int to = match(tokens, from, here + 1, step + 1, gaps);
                if (to != NO_MATCH) {
                    return to;
                }
            }
            if (wanted.fillersBefore() && !fillers.contains(word)) {
                break;
            }
            gaps[0] |= 1L << (here - from);
        }
        gaps[0] = before;
        return NO_MATCH;
    }
}
