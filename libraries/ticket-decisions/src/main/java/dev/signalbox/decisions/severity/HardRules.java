package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.severity.text.Cue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hard rules of a case (S13). Nothing that is said later takes one back; a person does.
 *
 * @param names those that apply, each with the words that say so
 * @param suppressed those whose words were only negated or used for something else
 */
record HardRules(Map<String, Set<String>> names, List<String> suppressed) {

    static HardRules of(List<Message> messages) {
        Map<String, Set<String>> names = new TreeMap<>();
        Set<String> suppressed = new TreeSet<>();
        for (Message message : messages) {
            for (Cue cue : message.cues(cue -> cue.name().startsWith(CueNames.HARD_RULES))) {
                String rule = cue.name().substring(CueNames.HARD_RULES.length());
                if (cue.asserted()) {
                    names.computeIfAbsent(rule, unused -> new TreeSet<>()).add(cue.text());
                } else {
                    suppressed.add(rule);
                }
            }
        }
        suppressed.removeAll(names.keySet());
        return new HardRules(names, List.copyOf(suppressed));
    }

    List<String> applying() {
        return List.copyOf(names.keySet());
    }

    /** The urgency, raised to what the rules demand at least. */
    Urgency atLeast(AnalysisPolicy policy, Urgency urgency) {
        Urgency worst = urgency;
        for (String name : names.keySet()) {
            HardRule rule = policy.hardRules().get(name);
            if (rule != null && rule.urgency().compareTo(worst) < 0) {
                worst = rule.urgency();
            }
        }
        return worst;
    }
}
