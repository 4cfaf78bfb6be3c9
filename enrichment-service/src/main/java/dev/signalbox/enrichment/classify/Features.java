package dev.signalbox.enrichment.classify;

import dev.signalbox.decisions.severity.text.Token;
import dev.signalbox.decisions.severity.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a learner sees of a text: its words and pairs of words, each once, without inflections. */
final class Features {

    /** What follows in a long text says little more of its intent. */
    private static final int MOST_WORDS = 400;

    private static final int SHORTEST = 2;

    private Features() {}

    /**
     * A word or a pair of words.
     *
     * @param hash of the stem; pairs of words have other hashes than words
     * @param written as it stands in the text
     */
    record Feature(long hash, String written, boolean pair) {}

    /** The features of a text in its order. */
    static List<Feature> of(String text) {
        Tokens tokens = Tokens.of(text);
        Map<Long, Feature> features = new LinkedHashMap<>();
        String before = null;
        long hashBefore = 0;
        for (int at = 0; at < tokens.size() && at < MOST_WORDS; at++) {
            Token token = tokens.get(at);
            String word = token.word();
            if (word.length() < SHORTEST || Character.isDigit(word.charAt(0))) {
                before = null;
                continue;
            }
            long hash = hash(stem(word));
            features.putIfAbsent(hash, new Feature(hash, word, false));
            if (before != null) {
                long pair = mix(hashBefore * 31 + hash);
                features.putIfAbsent(pair, new Feature(pair, before + " " + word, true));
            }
            before = word;
            hashBefore = hash;
        }
        return new ArrayList<>(features.values());
    }

    /** Takes the commonest English endings off. */
    static String stem(String word) {
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        int length = stem.length();
        if (length > 4 && stem.endsWith("ies")) {
            return stem.substring(0, length - 3) + "y";
        }
        if (length > 5 && stem.endsWith("ing")) {
            return undouble(stem.substring(0, length - 3));
        }
        if (length > 4 && stem.endsWith("ed")) {
            return undouble(stem.substring(0, length - 2));
        }
        if (length > 3 && stem.endsWith("s") && !stem.endsWith("ss")) {
            return withoutE(stem.substring(0, length - 1));
        }
        return withoutE(stem);
    }

    /** "canceling" and "cancelling", "stopped" and "stop". */
    private static String undouble(String stem) {
        int last = stem.length() - 1;
        boolean twice = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return withoutE(twice ? stem.substring(0, last) : stem);
    }

    private static String withoutE(String stem) {
        return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }
}
