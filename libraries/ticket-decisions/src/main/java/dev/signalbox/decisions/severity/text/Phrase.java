package dev.signalbox.decisions.severity.text;

import java.util.ArrayList;
import java.util.HashSet;
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

    /** So many letters of a phrase's first word are known: they are looked up in an index. */
    static final int LETTERS = 3;

    /** One place of the pattern, and what may stand before it. */
    private record Step(
            Set<String> words, List<String> beginnings, boolean number, boolean fillersBefore, int gapBefore) {

        static Step of(List<Choice> choices, boolean fillersBefore, int gapBefore) {
            Set<String> words = new HashSet<>();
            List<String> beginnings = new ArrayList<>();
            for (Choice choice : choices) {
                if (choice.prefix()) {
                    beginnings.add(choice.text());
                } else if (!choice.number()) {
                    words.add(choice.text());
                }
            }
            boolean number = choices.stream().anyMatch(Choice::number);
            return new Step(words, beginnings, number, fillersBefore, gapBefore);
        }

        boolean matches(String word) {
            if (words.contains(word)) {
                return true;
            }
            for (int i = 0; i < beginnings.size(); i++) {
                if (word.startsWith(beginnings.get(i))) {
                    return true;
                }
            }
            return number && isNumber(word);
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
    }

    static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private final String name;
    private final List<Choice> firstWords;
    private final List<Step> steps;
    private final Set<String> fillers;

    private Phrase(String name, List<Choice> firstWords, List<Step> steps, Set<String> fillers) {
        this.name = name;
        this.firstWords = firstWords;
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
        List<Choice> firstWords = List.of();
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
                firstWords = steps.isEmpty() ? List.copyOf(choices) : firstWords;
                steps.add(Step.of(choices, fillersBefore, gap));
                fillersBefore = false;
                gap = 0;
            }
        }
        if (steps.isEmpty() || gap > 0 || steps.get(0).gapBefore() > 0) {
            throw new IllegalArgumentException("The phrase '" + pattern + "' must begin and end with a word.");
        }
        for (Choice first : firstWords) {
            if (first.prefix() && first.text().length() < LETTERS) {
                throw new IllegalArgumentException("The phrase '" + pattern + "' begins with '" + first.text()
                        + "*', which is too short: its first word needs " + LETTERS + " letters before the *.");
            }
        }
        return new Phrase(name, firstWords, List.copyOf(steps), fillers);
    }

    String name() {
        return name;
    }

    List<Choice> firstWords() {
        return firstWords;
    }

    /** The match that begins at that token, or null; gaps are kept as short as possible. */
    @Nullable
    Hit at(Tokens tokens, int from) {
        // the first word is what led here
        return match(tokens, from, from + 1, 1, 0);
    }

    private @Nullable Hit match(Tokens tokens, int from, int at, int step, long gaps) {
        if (step == steps.size()) {
            return new Hit(name, from, at, gaps);
        }
        Step wanted = steps.get(step);
        long skipped = gaps;
        for (int here = at; here <= at + wanted.gapBefore() && here < tokens.size(); here++) {
            Token token = tokens.get(here);
            if (token.clause() != tokens.get(from).clause()) {
                return null;
            }
            if (wanted.matches(token.word())) {
                Hit hit = match(tokens, from, here + 1, step + 1, skipped);
                if (hit != null) {
                    return hit;
                }
            }
            if (wanted.fillersBefore() && !fillers.contains(token.word())) {
                return null;
            }
            skipped |= 1L << (here - from);
        }
        return null;
    }
}
