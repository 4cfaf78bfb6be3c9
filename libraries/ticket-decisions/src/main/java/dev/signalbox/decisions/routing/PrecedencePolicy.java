package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
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
        Checks.present("routing.precedence.hardRule", hardRule);
        Checks.present("routing.precedence.totalOutage", totalOutage);
        Checks.present("routing.precedence.riskWord", riskWord);
        riskWordBands = Set.copyOf(Checks.present("routing.precedence.riskWordBands", riskWordBands));
    }
}
