package dev.signalbox.decisions.severity.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grammar words of the languages that customers write in.
 *
 * @param negators phrases that turn a cue that follows in the same clause into its opposite
 * @param affirmations phrases that hold a negator and yet negate nothing ("not only", "cannot rule out")
 * @param breaks words at which a negation ends ("but", "because")
 * @param listWords words of a list, over whose commas a negation reaches ("no errors, crashes or data loss")
 * @param fillers words that a phrase may skip: articles, possessives
 * @param reach how many words a negation reaches, 1 or more
 */
public record Language(
        List<PhrasePattern> negators,
        List<PhrasePattern> affirmations,
        List<String> breaks,
        List<String> listWords,
        List<String> fillers,
        int reach) {

    public Language(
            @Nullable List<PhrasePattern> negators,
            @Nullable List<PhrasePattern> affirmations,
            @Nullable List<String> breaks,
            @Nullable List<String> listWords,
            @Nullable List<String> fillers,
            int reach) {
        this.negators = negators == null ? List.of() : List.copyOf(negators);
        this.affirmations = affirmations == null ? List.of() : List.copyOf(affirmations);
        this.breaks = breaks == null ? List.of() : List.copyOf(breaks);
        this.listWords = listWords == null ? List.of() : List.copyOf(listWords);
        this.fillers = fillers == null ? List.of() : List.copyOf(fillers);
        this.reach = reach;
        if (reach < 1) {
            throw new IllegalArgumentException("language.reach is " + reach + ": allowed are 1 and more words");
        }
    }
}
