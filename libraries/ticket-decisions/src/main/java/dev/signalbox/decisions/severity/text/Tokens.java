package dev.signalbox.decisions.severity.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text as words in sentences and clauses. */
public final class Tokens {

    /** A line shorter than this is a heading or a list entry and ends a sentence; a longer one was wrapped. */
    private static final int WRAPPED_LINE = 40;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int sentence;
    private int clause;
    private int lineStart;
    private int exclamations;

    private Tokens(String text) {
        this.text = text;
    }

    /** Splits a text; takes time linear in its length. */
    public static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.scan();
        return tokens;
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int index) {
        return tokens.get(index);
    }

    /** Number of the sentences. */
    public int sentences() {
        return tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).sentence() + 1;
    }

    /** Sentences that end in two exclamation marks or more. */
    public int exclamations() {
        return exclamations;
    }

    /** The text from one token to another, both included. */
    public String between(int first, int last) {
        return text.substring(tokens.get(first).from(), tokens.get(last).to());
    }

    /** The sentence as it was written, without what ends it; empty if there is no such sentence. */
    public String sentence(int number) {
        int from = -1;
        int to = -1;
        for (Token token : tokens) {
            if (token.sentence() == number) {
                from = from < 0 ? token.from() : from;
                to = token.to();
            }
        }
        return from < 0 ? "" : text.substring(from, to);
    }

    private void scan() {
        int length = text.length();
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c) || c == '@') {
                at = word(at);
            } else {
                at = separator(at, c);
            }
        }
    }

    private int word(int from) {
        int length = text.length();
        int to = from;
        boolean opaque = false;
        while (to < length && inChunk(to)) {
            opaque |= text.charAt(to) == '@' || text.startsWith("://", to);
            to++;
        }
        if (opaque || text.startsWith("www.", from)) {
            while (to < length && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            tokens.add(new Token("", sentence, clause, false, from, to));
            return to;
        }
        to = from;
        while (to < length && inWord(from, to)) {
            to++;
        }
        String written = text.substring(from, to);
        String word = written.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        tokens.add(new Token(word, sentence, clause, shouted(written), from, to));
        return to;
    }

    /** Whether the character belongs to what may be an address or a link. */
    private boolean inChunk(int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '@'
                || c == '_'
                || ((c == '.' || c == '-' || c == '+') && at + 1 < text.length() && !blankAt(at + 1))
                || text.startsWith("://", at);
    }

    private boolean inWord(int from, int at) {
        char c = text.charAt(at);
        boolean apostrophe = c == '\'' || c == '\u2019';
        return Character.isLetterOrDigit(c)
                || (apostrophe && at > from && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
    }

    private boolean blankAt(int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    private int separator(int at, char c) {
        switch (c) {
            case '.', '!', '?' -> endOfSentence(at, c);
            case ',', ';', ':', '(', ')', '\u2013', '\u2014' -> clause++;
            case '\n' -> endOfLine(at);
            default -> {
                return at + 1;
            }
        }
        return at + 1;
    }

    private void endOfSentence(int at, char c) {
        boolean followed = at + 1 < text.length() && !blankAt(at + 1);
        if (c == '.' && followed) {
            return;
        }
        if (c == '.' && endsOrdinal(at)) {
            clause++;
            return;
        }
        if (c == '!' && at > 0 && text.charAt(at - 1) == '!' && !(followed && text.charAt(at + 1) == '!')) {
            exclamations++;
        }
        nextSentence();
    }

    /** "24.11. um 15 Uhr", "am 3. Dezember": a dot after a day of the month. */
    private boolean endsOrdinal(int at) {
        int digits = 0;
        while (digits < at && Character.isDigit(text.charAt(at - 1 - digits))) {
            digits++;
        }
        return digits == 1 || digits == 2;
    }

    private void endOfLine(int at) {
        boolean shortLine = at - lineStart < WRAPPED_LINE;
        lineStart = at + 1;
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean blankLine = next < text.length() && (text.charAt(next) == '\n' || text.charAt(next) == '\r');
        boolean bullet = next < text.length() && "-*\u2022>".indexOf(text.charAt(next)) >= 0;
        if (shortLine || blankLine || bullet) {
            nextSentence();
        }
    }

    private void nextSentence() {
        clause++;
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).sentence() == sentence) {
            sentence++;
        }
    }

    private static boolean shouted(String word) {
        if (word.length() < 3) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
