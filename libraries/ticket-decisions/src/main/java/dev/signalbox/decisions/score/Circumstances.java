package dev.signalbox.decisions.score;

import dev.signalbox.contracts.PlanTier;
import java.util.List;

/**
 * What asks for a least score, beside the factors (S8, S13-S15, S39).
 *
 * @param hardRules names of the hard rules that apply
 * @param riskWord a risk word in a complaint
 * @param keyPerson a VIP contact or a person of C-level asks
 */
public record Circumstances(
        PlanTier planTier,
        boolean totalOutage,
        List<String> hardRules,
        boolean accessRevocation,
        boolean riskWord,
        boolean keyPerson) {

    public Circumstances {
        hardRules = List.copyOf(hardRules);
    }
}
