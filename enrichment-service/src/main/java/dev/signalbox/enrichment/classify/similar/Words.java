package dev.signalbox.enrichment.classify.similar;

import dev.signalbox.decisions.severity.text.Token;
import dev.signalbox.decisions.severity.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * The words of a text as they are looked for: each once, without inflections, in the order of the text; articles and their
 * like are left out.
 */
public final class Words {

    /** What follows in a long text says little more of what it is about. */
    private static final int MOST_WORDS = 400;

    private static final int SHORTEST = 2;

    /** Words that say nothing of what a text is about; a small knowledge base is too few texts to tell by counting. */
    private static final List<CharArraySet> EMPTY =
            List.of(EnglishAnalyzer.getDefaultStopSet(), GermanAnalyzer.getDefaultStopSet());

    private final Map<String, String> writtenByStem;

    private Words(Map<String, String> writtenByStem) {
        this.writtenByStem = writtenByStem;
    }

    public static Words of(String text) {
        Tokens tokens = Tokens.of(text);
        Map<String, String> words = new LinkedHashMap<>();
        for (int at = 0; at < tokens.size() && at < MOST_WORDS; at++) {
            Token token = tokens.get(at);
            String word = token.word();
            if (word.length() >= SHORTEST
                    && !Character.isDigit(word.charAt(0))
                    && EMPTY.stream().noneMatch(empty -> empty.contains(word))) {
                words.putIfAbsent(stem(word), word);
            }
        }
        return new Words(words);
    }

    /** Stem and a word of the text that has it. */
    public Map<String, String> writtenByStem() {
        return writtenByStem;
    }

    public Set<String> stems() {
        return writtenByStem.keySet();
    }

    /** The words that another text has too, as they are written here. */
    public List<String> sharedWith(Words other) {
        List<String> shared = new ArrayList<>();
        writtenByStem.forEach((stem, written) -> {
            if (other.writtenByStem.containsKey(stem)) {
                shared.add(written);
            }
        });
        return shared;
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
}
