package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.RouteCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who has the ticket and who had it.
 *
 * @param epoch rises with every change of owner; what names an older one is stale
 * @param former oldest first
 * @param slaReassignments how often the watchdog has taken it from somebody
 * @param helpdesk id of the newest assignment in the helpdesk that was followed or found to be an echo
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ownership(
        @Nullable Owner owner,
        long epoch,
        List<Owner.Former> former,
        int slaReassignments,
        @Nullable String helpdesk) {

    public static final Ownership NONE = new Ownership(null, 0, List.of(), 0, null);

    private static final int FORMER_KEPT = 20;
    private static final Set<RouteCause> NOT_AGAIN = EnumSet.of(
            RouteCause.DECLINED,
            RouteCause.TIMED_OUT,
            RouteCause.REOFFERED,
            RouteCause.REASSIGNED_SLA,
            RouteCause.REASSIGNED_WRONG_SKILL);

    public Ownership {
        former = former == null ? List.of() : List.copyOf(former);
    }

    public boolean ownedBy(@Nullable String agentId) {
        return owner != null && owner.agentId().equals(agentId);
    }

    /** Gives the ticket to an agent; whoever had it is remembered with the cause. */
    public Ownership assign(Agent agent, Instant since, RouteCause cause) {
        Ownership freed = release(cause);
        long next = owner == null ? epoch + 1 : freed.epoch();
        int counted = cause == RouteCause.REASSIGNED_SLA && owner != null ? slaReassignments + 1 : slaReassignments;
        return new Ownership(
                new Owner(agent.id(), agent.tier(), since, cause, null), next, freed.former(), counted, helpdesk);
    }

    /** Takes it from its owner, if it has one. */
    public Ownership release(RouteCause cause) {
        if (owner == null) {
            return this;
        }
        List<Owner.Former> more = new ArrayList<>(former);
        more.add(new Owner.Former(owner.agentId(), epoch, cause, NOT_AGAIN.contains(cause)));
        List<Owner.Former> kept = more.subList(Math.max(0, more.size() - FORMER_KEPT), more.size());
        return new Ownership(null, epoch + 1, kept, slaReassignments, helpdesk);
    }

    public Ownership accept(Instant at) {
        return owner == null
                ? this
                : new Ownership(
                        new Owner(owner.agentId(), owner.tier(), owner.since(), owner.cause(), at),
                        epoch,
                        former,
                        slaReassignments,
                        helpdesk);
    }

    Ownership helpdesk(@Nullable String assignment) {
        return new Ownership(owner, epoch, former, slaReassignments, assignment);
    }

    /** A reopened ticket starts afresh: nobody is excluded. */
    Ownership reopened() {
        List<Owner.Former> again = former.stream()
                .map(one -> new Owner.Former(one.agentId(), one.epoch(), one.cause(), false))
                .toList();
        return new Ownership(owner, epoch, again, 0, helpdesk);
    }

    Set<String> excluded() {
        return former.stream()
                .filter(Owner.Former::excluded)
                .map(Owner.Former::agentId)
                .collect(Collectors.toSet());
    }

    boolean had(String agentId) {
        return former.stream().anyMatch(one -> one.agentId().equals(agentId));
    }

    /** Nobody else has had it since it was created or reopened. */
    boolean firstSinceOpen() {
        return former.isEmpty() || former.get(former.size() - 1).cause() == RouteCause.SOLVED;
    }

    /** Who had it last, or null. */
    @Nullable
    String last() {
        return former.isEmpty() ? null : former.get(former.size() - 1).agentId();
    }
}
