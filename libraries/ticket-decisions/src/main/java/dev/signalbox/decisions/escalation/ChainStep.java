package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One level of a chain.
 *
 * @param owner a name that the policy calls reachable, {@code agent} for whoever owns the ticket, or a role at the ticket's
 *     account: {@code account:csm}, {@code account:executive}
 * @param acknowledgeWithin how long this level may be silent before the next one is told
 * @param hours name of a calendar of {@code sla.calendars}: outside its hours this level is passed over; null: always told
 * @param untilConfirmed true: told only while no agent has confirmed the matter: it keeps unproved outages away from T3
 */
public record ChainStep(
        String owner,
        Duration acknowledgeWithin,
        @Nullable Boolean untilConfirmed,
        @Nullable String hours) {

    /** Stands for the ticket's agent. */
    public static final String AGENT = "agent";

    /** Roles at the account that a step may name. */
    public static final Set<String> ACCOUNT_ROLES = Set.of("account:csm", "account:executive");

    public ChainStep {
        Demand.that(owner != null && !owner.isBlank(), "escalation.chains: a step needs an owner");
        Demand.that(
                acknowledgeWithin != null && acknowledgeWithin.compareTo(Duration.ZERO) > 0,
                "escalation.chains: acknowledgeWithin of '" + owner
                        + "' must be a positive duration, for example PT15M");
    }

    boolean onlyUntilConfirmed() {
        return Boolean.TRUE.equals(untilConfirmed);
    }

    /** Whom only the ticket tells; nobody for some tickets. */
    boolean dependsOnTheTicket() {
        return isTheAgent() || ACCOUNT_ROLES.contains(owner);
    }

    /** Who has the role at an account; null: nobody, or the step names no role. */
    @Nullable
    String holder(Account account) {
        return switch (owner) {
            case "account:csm" -> account.csm();
            case "account:executive" -> account.executive();
            default -> null;
        };
    }

    boolean isTheAgent() {
        return owner.equals(AGENT);
    }

    ChainStep heldBy(String agent) {
        return new ChainStep(agent, acknowledgeWithin, untilConfirmed, hours);
    }
}
