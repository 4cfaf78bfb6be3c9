package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.severity.text.Cue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How bad it is and for how many (S9), as the customer says it.
 *
 * @param urgencyBecause the words that decided the urgency; empty for the default
 * @param impactBecause the words that decided the impact; empty for the default
 */
record Situation(Urgency urgency, Impact impact, List<String> urgencyBecause, List<String> impactBecause) {

    /** Reads it from the messages in the order of time: what is over counts no more, except under a hard rule. */
    static Situation of(AnalysisPolicy policy, List<Message> messages) {
        Standing standing = new Standing(policy);
        for (Message message : messages) {
            for (Cue cue : message.cues()) {
                if (cue.asserted()) {
                    standing.hear(message, cue);
                }
            }
        }
        return standing.situation();
    }

    /** The cues that still stand. */
    private static final class Standing {

        private final AnalysisPolicy policy;
        private final Map<String, List<String>> heard = new LinkedHashMap<>();
        private boolean calmed;
        private @Nullable Impact counted;

        private Standing(AnalysisPolicy policy) {
            this.policy = policy;
        }

        void hear(Message message, Cue cue) {
            if (cue.name().equals(CueNames.CALM)) {
                heard.clear();
                counted = null;
                calmed = true;
                return;
            }
            if (cue.name().equals(CueNames.COUNTED)) {
                counted = wider(counted, countIn(message, cue));
            }
            heard.computeIfAbsent(cue.name(), unused -> new ArrayList<>()).add(cue.text());
        }

        private Impact countIn(Message message, Cue cue) {
            long people = 0;
            for (int at = cue.from(); at < cue.to(); at++) {
                String word = message.tokens().get(at).word();
                if (word.length() < 10 && word.chars().allMatch(Character::isDigit)) {
                    people = Math.max(people, Long.parseLong(word));
                }
            }
            if (people >= policy.impact().largeFrom()) {
                return Impact.LARGE;
            }
            return people >= policy.impact().limitedFrom() ? Impact.LIMITED : Impact.LOCAL;
        }

        Situation situation() {
            List<String> urgencyBecause = new ArrayList<>();
            List<String> impactBecause = new ArrayList<>();
            Urgency urgency = urgency(urgencyBecause);
            Impact impact = impact(impactBecause);
            return new Situation(urgency, impact, List.copyOf(urgencyBecause), List.copyOf(impactBecause));
        }

        private Urgency urgency(List<String> because) {
            boolean outage = stands(CueNames.OUTAGE, because);
            if (stands(CueNames.CRITICAL, because) || outage) {
                return Urgency.CRITICAL;
            }
            if (stands(CueNames.UNHURRIED, because)) {
                return Urgency.LOW;
            }
            if (stands(CueNames.HIGH, because)) {
                return Urgency.HIGH;
            }
            if (stands(CueNames.LOW, because) || calmed) {
                return Urgency.LOW;
            }
            return policy.urgency().otherwise();
        }

        private Impact impact(List<String> because) {
            if (stands(CueNames.ONLY_LOCAL, because)) {
                return Impact.LOCAL;
            }
            if (stands(CueNames.WIDESPREAD, because)) {
                return Impact.WIDESPREAD;
            }
            if (counted == Impact.LARGE) {
                stands(CueNames.COUNTED, because);
                return Impact.LARGE;
            }
            if (stands(CueNames.LARGE, because)) {
                return Impact.LARGE;
            }
            if (stands(CueNames.LIMITED, because)) {
                return Impact.LIMITED;
            }
            if (counted != null && stands(CueNames.COUNTED, because)) {
                return counted;
            }
            if (stands(CueNames.OUTAGE, because)) {
                return Impact.WIDESPREAD;
            }
            return stands(CueNames.LOCAL, because)
                    ? Impact.LOCAL
                    : policy.impact().otherwise();
        }

        private boolean stands(String cue, List<String> because) {
            List<String> words = heard.getOrDefault(cue, List.of());
            because.addAll(words);
            return !words.isEmpty();
        }

        private static Impact wider(@Nullable Impact one, Impact other) {
            return one != null && one.compareTo(other) < 0 ? one : other;
        }
    }
}
