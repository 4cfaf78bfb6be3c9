package dev.signalbox.decisions.severity.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds cues in texts and tells the asserted from the negated. Immutable; one per policy. */
public final class CueReader {

    private static final String EXCEPT = "~except ";

    private final PhraseBook book = new PhraseBook();
    private final NegationScope scope;

    /** A reader of these cues, by their names. */
    public CueReader(Language language, Map<String, CueWords> cues) {
        Set<String> fillers = new HashSet<>(language.fillers());
        book.add(NegationScope.NEGATOR, language.negators(), fillers);
        book.add(NegationScope.AFFIRMATION, language.affirmations(), fillers);
        cues.forEach((name, words) -> {
            book.add(name, words.phrases(), fillers);
            book.add(EXCEPT + name, words.except(), fillers);
        });
        scope = new NegationScope(language);
    }

    /** The cues of a text in its order; of two matches of one cue at one place only the first. */
    public List<Cue> read(Tokens tokens) {
        Map<String, List<Hit>> exceptions = new HashMap<>();
        List<Hit> found = new ArrayList<>();
        List<Hit> grammar = new ArrayList<>();
        for (Hit hit : book.find(tokens)) {
            if (hit.name().startsWith(EXCEPT)) {
                exceptions
                        .computeIfAbsent(hit.name().substring(EXCEPT.length()), unused -> new ArrayList<>())
                        .add(hit);
            } else if (hit.name().startsWith("~")) {
                grammar.add(hit);
            } else {
                found.add(hit);
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        NegationScope.In text = scope.in(tokens, grammar);
        List<Cue> cues = new ArrayList<>();
        for (Hit hit : found) {
            Cue.Meaning meaning = meaning(hit, exceptions.getOrDefault(hit.name(), List.of()), text);
            cues.add(new Cue(
                    hit.name(),
                    meaning,
                    tokens.get(hit.from()).sentence(),
                    hit.from(),
                    hit.to(),
                    tokens.between(hit.from(), hit.to() - 1)));
        }
        return List.copyOf(cues);
    }

    private static Cue.Meaning meaning(Hit hit, List<Hit> exceptions, NegationScope.In text) {
        for (Hit exception : exceptions) {
            if (hit.overlaps(exception)) {
                return Cue.Meaning.OTHER;
            }
        }
        return text.negates(hit) ? Cue.Meaning.NEGATED : Cue.Meaning.ASSERTED;
    }
}
