package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Sentiment;
import dev.signalbox.decisions.severity.text.Cue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Risk words: they count in a complaint only, except where they are a threat in themselves (S14). */
final class RiskWords {

    private RiskWords() {}

    /** Names of the risk words that count, sorted. */
    static List<String> in(List<Message> messages, List<Sentiment> sentiments) {
        boolean complaint = messages.stream().anyMatch(message -> message.asserts(CueNames.COMPLAINT))
                || sentiments.stream().anyMatch(Sentiments::negative);
        Set<String> names = new TreeSet<>();
        for (Message message : messages) {
            for (Cue cue : message.cues(Cue::asserted)) {
                if (cue.name().startsWith(CueNames.THREATS)) {
                    names.add(cue.name().substring(CueNames.THREATS.length()));
                } else if (complaint && cue.name().startsWith(CueNames.RISK_WORDS)) {
                    names.add(cue.name().substring(CueNames.RISK_WORDS.length()));
                }
            }
        }
        return List.copyOf(names);
    }
}
