package dev.signalbox.decisions.severity.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many named phrases, found in one walk over a text. */
final class PhraseBook {

    /** A letter of the first words: a tree, because most words of a text leave it after two or three letters. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Phrase> beginnings = new ArrayList<>();
        private final List<Phrase> words = new ArrayList<>();
    }

    private final Node root = new Node();
    private final List<Phrase> numbers = new ArrayList<>();

    /** Adds phrases under one name; errors as in {@link Phrase#of}. */
    void add(String name, Iterable<String> patterns, Set<String> fillers) {
        for (String pattern : patterns) {
            Phrase phrase = Phrase.of(name, pattern, fillers);
            for (Phrase.Choice first : phrase.firstWords()) {
                index(phrase, first);
            }
        }
    }

    private void index(Phrase phrase, Phrase.Choice first) {
        if (first.number()) {
            numbers.add(phrase);
            return;
        }
        Node node = root;
        for (char letter : first.text().toCharArray()) {
            node = node.next.computeIfAbsent(letter, unused -> new Node());
        }
        (first.prefix() ? node.beginnings : node.words).add(phrase);
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
        if (word.charAt(0) >= '0' && word.charAt(0) <= '9') {
            collect(numbers, tokens, at, hits);
        }
        Node node = root;
        for (int letter = 0; letter < word.length(); letter++) {
            Node next = node.next.get(word.charAt(letter));
            if (next == null) {
                return;
            }
            node = next;
            collect(node.beginnings, tokens, at, hits);
        }
        collect(node.words, tokens, at, hits);
    }

    private static void collect(List<Phrase> phrases, Tokens tokens, int at, List<Hit> hits) {
        for (Phrase phrase : phrases) {
            @Nullable Hit hit = phrase.at(tokens, at);
            if (hit != null) {
                hits.add(hit);
            }
        }
    }
}
