package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands in its helpdesk: the fold of its snapshot and of all activity, in the order of their own times.
 *
 * @param merged it lives on in another ticket
 * @param openSince when it was last reopened, or created
 * @param answered a public reply by an agent
 * @param unresolved time of the first sign that a suggestion was not enough, or null
 * @param heardAt the customer's last message, or null
 * @param assignment the newest assignment in the helpdesk, or null
 */
public record Folded(
        TicketStatus status,
        boolean merged,
        Instant openSince,
        boolean answered,
        @Nullable Instant unresolved,
        @Nullable Instant heardAt,
        @Nullable Fact assignment) {

    public boolean ended() {
        return merged || isEnd(status);
    }

    private static boolean isEnd(TicketStatus status) {
        return status == TicketStatus.SOLVED || status == TicketStatus.CLOSED;
    }

    /** The clock runs: the ticket uses capacity (P18). */
    public boolean running() {
        return !ended() && status != TicketStatus.PENDING && status != TicketStatus.ON_HOLD;
    }

    public static Folded of(Ticket ticket, List<Fact> facts) {
        List<Fact> all = new ArrayList<>(facts.size() + 1);
        all.add(snapshot(ticket));
        all.addAll(facts);
        all.sort(Fact.IN_TIME);
        Folding folding = new Folding(ticket);
        all.forEach(folding::add);
        return folding.result();
    }

    /** The snapshot as a fact; its id sorts before any other of the same time. */
    private static Fact snapshot(Ticket ticket) {
        String id = " snapshot " + (ticket.assignee() == null ? "" : ticket.assignee());
        return new Fact(
                id,
                ticket.updatedAt(),
                ActivityKind.STATUS_CHANGED,
                new Actor(Actor.Kind.SYSTEM, null, null),
                false,
                ticket.status(),
                ticket.assignee());
    }

    private static final class Folding {

        private TicketStatus status;
        private Instant openSince;
        private boolean merged;
        private boolean answered;
        private @Nullable Instant unresolved;
        private @Nullable Instant heard;
        private @Nullable Fact assignment;

        Folding(Ticket ticket) {
            status = ticket.status();
            openSince = ticket.createdAt();
        }

        void add(Fact fact) {
            switch (fact.kind()) {
                case SOLVED ->
                    become(fact.status() == TicketStatus.CLOSED ? TicketStatus.CLOSED : TicketStatus.SOLVED, fact);
                case REOPENED -> become(fact.status() == null ? TicketStatus.OPEN : fact.status(), fact);
                case MERGED -> merged = true;
                case CUSTOMER_REPLIED -> customerReplied(fact);
                case SELF_SERVICE_OUTCOME -> outcome(fact);
                case AGENT_REPLIED -> {
                    answered |= fact.shown() && fact.actor().kind() == Actor.Kind.AGENT;
                    follow(fact);
                }
                default -> follow(fact);
            }
            assigned(fact);
        }

        private void customerReplied(Fact fact) {
            heard = fact.at();
            doubt(fact);
            if (fact.status() == null && status == TicketStatus.PENDING) {
                become(TicketStatus.OPEN, fact);
            } else {
                follow(fact);
            }
        }

        private void outcome(Fact fact) {
            follow(fact);
            if (fact.status() != TicketStatus.SOLVED && fact.status() != TicketStatus.CLOSED) {
                doubt(fact);
            }
        }

        private void doubt(Fact fact) {
            unresolved = unresolved == null ? fact.at() : unresolved;
        }

        private void follow(Fact fact) {
            TicketStatus told = fact.status();
            if (told != null) {
                become(told, fact);
            }
        }

        private void become(TicketStatus next, Fact fact) {
            if (isEnd(status) && !isEnd(next)) {
                openSince = fact.at();
            }
            status = next;
        }

        /** A snapshot repeats the assignee it knows; only another one than before is an assignment. */
        private void assigned(Fact fact) {
            boolean told = fact.kind() == ActivityKind.ASSIGNED;
            String before = assignment == null ? null : assignment.assignee();
            boolean differs = fact.assignee() != null && !fact.assignee().equals(before);
            if (told || (fact.id().startsWith(" snapshot") && differs)) {
                assignment = fact;
            }
        }

        Folded result() {
            return new Folded(status, merged, openSince, answered, unresolved, heard, assignment);
        }
    }
}
