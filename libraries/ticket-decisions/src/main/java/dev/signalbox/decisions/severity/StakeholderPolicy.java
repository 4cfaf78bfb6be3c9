package dev.signalbox.decisions.severity;

import java.util.List;

/**
 * Who is a key stakeholder beside the account's VIP contacts (S39, S58).
 *
 * @param roles patterns of C-level roles
 */
public record StakeholderPolicy(List<String> roles) {

    public StakeholderPolicy {
        roles = List.copyOf(Allowed.present("analysis.stakeholder.roles", roles));
    }
}
