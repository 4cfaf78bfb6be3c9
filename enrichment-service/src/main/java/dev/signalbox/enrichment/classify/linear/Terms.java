package dev.signalbox.enrichment.classify.linear;

import java.util.Arrays;

/**
 * What the linear stage sees of a text: words, pairs of words, and all runs of 2 to 5 characters within a word and its
 * borders. Upper and lower case are the same, digits are all the same digit.
 */
public final class Terms {

    /** What follows in a long text says little more of its intent. */
    private static final int MOST_WORDS = 400;

    /** Of a longer one (a token, an encoded file) the beginning is enough. */
    private static final int LONGEST_WORD = 40;

    private static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 5;

    private static final char BORDER = ' ';
    private static final char DIGIT = '0';

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long WORD = 0x9e3779b97f4a7c15L;
    private static final long PAIR = 0xc2b2ae3d27d4eb4fL;

    private final String text;
    private final char[] letters = new char[LONGEST_WORD + 2];
    private long[] hashes;
    private int[] words;
    private int[] begins = new int[16];
    private int[] ends = new int[16];
    private int size;
    private int wordCount;

    private Terms(String text) {
        this.text = text;
        int expected = 16 + 5 * Math.min(text.length(), 4000);
        hashes = new long[expected];
        words = new int[expected];
        read();
    }

    /** The terms of a text, each as often as it occurs. */
    public static Terms of(String text) {
        return new Terms(text);
    }

    /** Number of terms. */
    int size() {
        return size;
    }

    long hash(int term) {
        return hashes[term];
    }

    /** The word that a term belongs to; a pair of words belongs to its second. */
    int word(int term) {
        return words[term];
    }

    /** Whether a term is a whole word, not a pair or a run of characters. */
    boolean wholeWord(int term) {
        return term == 0 || words[term] != words[term - 1];
    }

    int words() {
        return wordCount;
    }

    /** A word as it stands in the text. */
    String written(int word) {
        return text.substring(begins[word], ends[word]);
    }

    private void read() {
        int length = text.length();
        long before = 0;
        int at = 0;
        while (at < length && wordCount < MOST_WORDS) {
            while (at < length && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            int begin = at;
            int used = 0;
            letters[used++] = BORDER;
            while (at < length && inWord(at)) {
                char c = text.charAt(at++);
                if (used <= LONGEST_WORD && c != '\'' && c != '’') {
                    letters[used++] = Character.isDigit(c) ? DIGIT : Character.toLowerCase(c);
                }
            }
            if (at > begin) {
                letters[used++] = BORDER;
                before = word(begin, at, used, before);
            }
        }
        hashes = Arrays.copyOf(hashes, size);
        words = Arrays.copyOf(words, size);
    }

    /** "don't" is one word. */
    private boolean inWord(int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || (c == '\'' || c == '’') && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private long word(int begin, int end, int used, long before) {
        if (wordCount == begins.length) {
            begins = Arrays.copyOf(begins, wordCount * 2);
            ends = Arrays.copyOf(ends, wordCount * 2);
        }
        begins[wordCount] = begin;
        ends[wordCount] = end;
        long word = SEED;
        for (int i = 1; i < used - 1; i++) {
            word = (word ^ letters[i]) * PRIME;
        }
        add(mix(word ^ WORD));
        if (wordCount > 0) {
            add(mix((before * 31 + word) ^ PAIR));
        }
        for (int i = 0; i + SHORTEST_RUN <= used; i++) {
            long run = (SEED ^ letters[i]) * PRIME;
            int last = Math.min(used, i + LONGEST_RUN);
            for (int j = i + 1; j < last; j++) {
                run = (run ^ letters[j]) * PRIME;
                add(mix(run));
            }
        }
        wordCount++;
        return word;
    }

    private void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        words[size] = wordCount;
        hashes[size++] = hash;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }
}
