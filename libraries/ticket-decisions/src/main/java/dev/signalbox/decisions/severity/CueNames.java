package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueReader;
import dev.signalbox.decisions.severity.text.CueWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names under which the policy's word lists are found in a text: their places in the policy. */
final class CueNames {

    static final String CRITICAL = "urgency.critical";
    static final String HIGH = "urgency.high";
    static final String LOW = "urgency.low";
    static final String UNHURRIED = "urgency.unhurried";
    static final String CALM = "urgency.calm";
    static final String OUTAGE = "impact.outage";
    static final String WIDESPREAD = "impact.widespread";
    static final String LARGE = "impact.large";
    static final String LIMITED = "impact.limited";
    static final String LOCAL = "impact.local";
    static final String ONLY_LOCAL = "impact.onlyLocal";
    static final String COUNTED = "impact.counted";
    static final String HARD_RULES = "hardRules.";
    static final String RISK_WORDS = "riskWords.";
    static final String THREATS = "threats.";
    static final String COMPLAINT = "complaint";
    static final String COMPROMISED = "accessRevocation.compromised";
    static final String LOCK_OUT = "accessRevocation.actions";
    static final String LEAVERS = "accessRevocation.leavers";
    static final String NOW = "accessRevocation.now";
    static final String WANTS_PERSON = "wantsPerson";
    static final String CANCELLATION = "cancellation";
    static final String DEADLINE_EVENT = "deadline.events";
    static final String SENTIMENT = "sentiment.words.";
    static final String INTENSIFIER = "sentiment.intensifiers";
    static final String TECHNICAL = "complexity.technical";
    static final String WISH = "summary.wishes";
    static final String C_LEVEL = "stakeholder.roles";

    private CueNames() {}

    /** A reader of all the policy's cues. */
    static CueReader reader(AnalysisPolicy policy) {
        Map<String, CueWords> cues = new HashMap<>();
        cues.put(CRITICAL, policy.urgency().critical());
        cues.put(HIGH, policy.urgency().high());
        cues.put(LOW, policy.urgency().low());
        cues.put(UNHURRIED, policy.urgency().unhurried());
        cues.put(CALM, policy.urgency().calm());
        cues.put(OUTAGE, policy.impact().outage());
        cues.put(WIDESPREAD, policy.impact().widespread());
        cues.put(LARGE, policy.impact().large());
        cues.put(LIMITED, policy.impact().limited());
        cues.put(LOCAL, policy.impact().local());
        cues.put(ONLY_LOCAL, policy.impact().onlyLocal());
        cues.put(COUNTED, policy.impact().counted());
        policy.hardRules().forEach((name, rule) -> cues.put(HARD_RULES + name, rule.words()));
        policy.riskWords().forEach((name, word) -> {
            cues.put(RISK_WORDS + name, word.words());
            cues.put(THREATS + name, word.threatWords());
        });
        cues.put(COMPLAINT, policy.complaint());
        cues.put(COMPROMISED, policy.accessRevocation().compromised());
        cues.put(LOCK_OUT, policy.accessRevocation().actions());
        cues.put(LEAVERS, policy.accessRevocation().leavers());
        cues.put(NOW, policy.accessRevocation().now());
        cues.put(WANTS_PERSON, policy.wantsPerson());
        cues.put(CANCELLATION, policy.cancellation());
        cues.put(DEADLINE_EVENT, policy.deadline().events());
        policy.sentiment().words().forEach((weight, words) -> cues.put(SENTIMENT + weight, words));
        cues.put(INTENSIFIER, policy.sentiment().intensifiers());
        cues.put(TECHNICAL, policy.complexity().technical());
        cues.put(WISH, policy.summary().wishes());
        return new CueReader(policy.language(), cues);
    }

    /** A reader of job titles. */
    static CueReader roleReader(AnalysisPolicy policy) {
        CueWords roles = new CueWords(policy.stakeholder().roles(), List.of());
        return new CueReader(policy.language(), Map.of(C_LEVEL, roles));
    }
}
