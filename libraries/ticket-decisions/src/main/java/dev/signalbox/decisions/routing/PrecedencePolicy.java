package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Set;

/**
 * Lanes of the rules that come before the matrix.
 *
 * @param hardRule S13 and access revocation: straight to a specialist
 * @param totalOutage S33, S49
 * @param riskWord S14: a senior agent or a team lead
 * @param riskWordBands bands whose own lane would not find a senior agent
 */
public record PrecedencePolicy(String hardRule, String totalOutage, String riskWord, Set<Band> riskWordBands) {

    public PrecedencePolicy {
        Allowed.present("routing.precedence.hardRule", hardRule);
        Allowed.present("routing.precedence.totalOutage", totalOutage);
        Allowed.present("routing.precedence.riskWord", riskWord);
        riskWordBands = Set.copyOf(Allowed.present("routing.precedence.riskWordBands", riskWordBands));
    }
}
