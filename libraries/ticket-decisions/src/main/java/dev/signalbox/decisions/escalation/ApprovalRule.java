package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.ApprovalKind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Whose approval something needs (S55).
 *
 * @param roles names of {@code escalation.reachable}; each is asked when the one before was silent
 * @param within how long a role may take
 */
public record ApprovalRule(List<String> roles, Duration within) {

    public ApprovalRule {
        Demand.that(roles != null && !roles.isEmpty(), "escalation.approvals: roles must name somebody");
        Demand.that(
                within != null && within.compareTo(Duration.ZERO) > 0,
                "escalation.approvals: within must be a positive duration, for example PT4H");
        roles = List.copyOf(roles);
    }

    List<String> unreachable(ApprovalKind kind, Collection<String> reachable) {
        return roles.stream()
                .filter(role -> !reachable.contains(role))
                .map(role -> "escalation.approvals." + kind + ".roles names '" + role
                        + "', whom nobody answers for: allowed are " + reachable)
                .toList();
    }

    /** Who is asked after a role; the last one is asked again. */
    String after(String role) {
        int next = roles.indexOf(role) + 1;
        return roles.get(Math.min(next, roles.size() - 1));
    }

    boolean isLast(String role) {
        return roles.get(roles.size() - 1).equals(role);
    }
}
