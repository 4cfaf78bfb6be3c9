package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.PhrasePattern;
import dev.signalbox.decisions.validation.Allowed;
import java.util.List;

/**
 * Who is a key stakeholder beside the account's VIP contacts (S39, S58).
 *
 * @param roles patterns of C-level roles
 */
public record StakeholderPolicy(List<PhrasePattern> roles) {

    public StakeholderPolicy {
        roles = List.copyOf(Allowed.present("analysis.stakeholder.roles", roles));
    }
}
