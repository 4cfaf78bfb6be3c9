package dev.signalbox.decisions.severity.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many named phrases, found in one walk over a text. */
final class PhraseBook {

    /** A phrase whose first word begins so. */
    private record Beginning(String text, Phrase phrase) {}

    private final Map<String, List<Phrase>> byWord = new HashMap<>();
    private final Map<String, List<Beginning>> byBeginning = new HashMap<>();
    private final List<Phrase> numbers = new ArrayList<>();

    /** Adds phrases under one name. */
    void add(String name, Iterable<PhrasePattern> patterns, Set<String> fillers) {
        for (PhrasePattern pattern : patterns) {
            Phrase phrase = Phrase.of(name, pattern.text(), fillers);
            for (Phrase.Choice first : phrase.firstWords()) {
                index(phrase, first);
            }
        }
    }

    private void index(Phrase phrase, Phrase.Choice first) {
        if (first.number()) {
            numbers.add(phrase);
        } else if (!first.prefix()) {
            byWord.computeIfAbsent(first.text(), unused -> new ArrayList<>()).add(phrase);
        } else {
            byBeginning
                    .computeIfAbsent(first.text().substring(0, Phrase.LETTERS), unused -> new ArrayList<>())
                    .add(new Beginning(first.text(), phrase));
        }
    }

    /** All matches, in the order of their first words. */
    List<Hit> find(Tokens tokens) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            String word = tokens.get(at).word();
            if (!word.isEmpty()) {
                findAt(tokens, at, word, hits);
            }
        }
        return hits;
    }

    private void findAt(Tokens tokens, int at, String word, List<Hit> hits) {
        for (Phrase phrase : byWord.getOrDefault(word, List.of())) {
            collect(phrase, tokens, at, hits);
        }
        if (word.length() >= Phrase.LETTERS) {
            for (Beginning beginning : byBeginning.getOrDefault(word.substring(0, Phrase.LETTERS), List.of())) {
                if (word.startsWith(beginning.text())) {
                    collect(beginning.phrase(), tokens, at, hits);
                }
            }
        }
        if (Phrase.isNumber(word)) {
            for (Phrase phrase : numbers) {
                collect(phrase, tokens, at, hits);
            }
        }
    }

    private static void collect(Phrase phrase, Tokens tokens, int at, List<Hit> hits) {
        Hit hit = phrase.at(tokens, at);
        if (hit != null) {
            hits.add(hit);
        }
    }
}
