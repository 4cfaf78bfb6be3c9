package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.decisions.routing.queue.Queued;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket within one transaction: what is known of it, what it wants and what will be said.
 *
 * @param counted the agent on whose load the roster counts it now, or null
 * @param wish the search for an owner that is still to be made, or null
 * @param say cause of the record to be published, or null for none
 * @param stale the action or command named an older epoch, or was overtaken, and changed nothing
 */
public record Draft(
        CaseFile file,
        RoutingRules rules,
        TicketState state,
        @Nullable String counted,
        @Nullable Wish wish,
        @Nullable RouteCause say,
        boolean alert,
        List<String> reasons,
        @Nullable Selection selection,
        int stale) {

    /**
     * A ticket at the start of a transaction.
     *
     * @param counted the agent on whose load it is stored, or null
     */
    public static Draft of(CaseFile file, RoutingRules rules, TicketState state, @Nullable String counted) {
        return new Draft(file, rules, state, counted, null, null, false, List.of(), null, 0);
    }

    public RoutingPolicy policy() {
        return rules.policy();
    }

    public String ticketId() {
        return state.ticketId();
    }

    public Draft with(TicketState now) {
        return new Draft(file, rules, now, counted, wish, say, alert, reasons, selection, stale);
    }

    Draft with(Ownership now) {
        return with(state.with(now));
    }

    Draft with(Standing now) {
        return with(state.with(now));
    }

    Draft queued(@Nullable Queued now) {
        return with(state.with(now));
    }

    Draft wishing(@Nullable Wish now) {
        return new Draft(file, rules, state, counted, now, say, alert, reasons, selection, stale);
    }

    Draft counted(@Nullable String agentId) {
        return new Draft(file, rules, state, agentId, wish, say, alert, reasons, selection, stale);
    }

    /** A record will be published. A later cause replaces an earlier one. */
    Draft saying(RouteCause cause, String... because) {
        return new Draft(file, rules, state, counted, wish, cause, alert, more(because), selection, stale);
    }

    Draft saying(RouteDecision decision, RouteCause cause, String... because) {
        Standing standing = state.standing();
        return with(standing.say(decision, cause, standing.shape())).saying(cause, because);
    }

    Draft alerting() {
        return new Draft(file, rules, state, counted, wish, say, true, reasons, selection, stale);
    }

    Draft selected(Selection now) {
        return new Draft(
                file,
                rules,
                state,
                counted,
                wish,
                say,
                alert,
                more(now.reasons().toArray(String[]::new)),
                now,
                stale);
    }

    Draft ignored() {
        return new Draft(file, rules, state, counted, wish, say, alert, reasons, selection, stale + 1);
    }

    private List<String> more(String... because) {
        List<String> all = new ArrayList<>(reasons);
        all.addAll(List.of(because));
        return List.copyOf(all);
    }
}
