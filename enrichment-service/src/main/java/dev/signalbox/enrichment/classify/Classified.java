package dev.signalbox.enrichment.classify;

import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.SimilarityPolicy;
import dev.signalbox.enrichment.classify.Classifier.Asked;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the classifier has said of some texts. Immutable. */
public final class Classified {

    /** Of no text. */
    public static final Classified NOTHING = new Classified(Map.of());

    private final Map<Key, Classification> said;

    private Classified(Map<Key, Classification> said) {
        this.said = said;
    }

    /** A text, and what of a policy the classifier looks at. */
    private record Key(@Nullable BigDecimal misroute, SimilarityPolicy similarity, Learnt.Text text) {

        static Key of(AnalysisPolicy policy, Learnt.Text text) {
            return new Key(policy.misroute(), policy.similarity(), text);
        }
    }

    static Classified of(AnalysisPolicy policy, List<Learnt.Text> texts, List<Classification> said) {
        Map<Key, Classification> all = new HashMap<>();
        for (int at = 0; at < said.size(); at++) {
            all.put(Key.of(policy, texts.get(at)), said.get(at));
        }
        return new Classified(all);
    }

    /** What was said of a ticket's text under a policy, or null where it was not asked. */
    public @Nullable Classification of(AnalysisPolicy policy, Asked asked) {
        return said.get(Key.of(policy, asked.text()));
    }

    /** This and more; where both have said something, the other. */
    public Classified and(Classified other) {
        Map<Key, Classification> all = new HashMap<>(said);
        all.putAll(other.said);
        return new Classified(all);
    }
}
