package dev.signalbox.decisions.severity.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far a negation reaches (S13): a few words to its right, in its clause, over the commas of a list. */
final class NegationScope {

    static final String NEGATOR = "~negator";
    static final String AFFIRMATION = "~affirmation";

    private final Set<String> breaks;
    private final Set<String> listWords;
    private final int reach;

    NegationScope(Language language) {
        breaks = new HashSet<>(language.breaks());
        listWords = new HashSet<>(language.listWords());
        reach = language.reach();
    }

    In in(Tokens tokens, List<Hit> grammar) {
        return new In(tokens, grammar);
    }

    /** The negations of one text. */
    final class In {

        private final Tokens tokens;
        private final boolean[] negatorEnds;

        private In(Tokens tokens, List<Hit> grammar) {
            this.tokens = tokens;
            negatorEnds = new boolean[tokens.size()];
            for (Hit hit : grammar) {
                if (hit.name().equals(NEGATOR)) {
                    negatorEnds[hit.to() - 1] |= grammar.stream()
                            .noneMatch(other -> other.name().equals(AFFIRMATION) && other.overlaps(hit));
                }
            }
        }

        /** Whether an odd number of negators reaches the hit. */
        boolean negates(Hit hit) {
            boolean negated = false;
            for (int at = hit.from(); at < hit.to(); at++) {
                negated ^= negatorEnds[at] && hit.isGap(at);
            }
            return negated ^ negatedBefore(hit.from());
        }

        private boolean negatedBefore(int cue) {
            boolean negated = false;
            boolean list = false;
            for (int at = cue - 1; at >= 0 && at >= cue - reach; at--) {
                Token token = tokens.get(at);
                if (token.sentence() != tokens.get(cue).sentence() || breaks.contains(token.word())) {
                    break;
                }
                boolean clauseEnds = token.clause() != tokens.get(at + 1).clause();
                if (clauseEnds && (!list || negatorEnds[at])) {
                    break;
                }
                list |= listWords.contains(token.word());
                negated ^= negatorEnds[at];
            }
            return negated;
        }
    }
}
