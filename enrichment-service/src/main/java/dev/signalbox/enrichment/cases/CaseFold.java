package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.severity.Correction;
import dev.signalbox.enrichment.cases.CaseState.Published;
import dev.signalbox.enrichment.cases.CaseState.Revision;
import dev.signalbox.enrichment.cases.CaseState.Said;
import dev.signalbox.enrichment.cases.CaseState.Standing;
import dev.signalbox.enrichment.cases.CaseState.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Folds facts into a ticket's state. A fact that is known already changes nothing, and the order of the facts does not
 * matter, except for reviews, which are numbered.
 */
public final class CaseFold {

    private static final Comparator<Said> SAID = Comparator.comparing(Said::at).thenComparing(Said::activityId);
    private static final Comparator<Revision> REVISIONS =
            Comparator.comparing(Revision::updatedAt).thenComparing(Revision::eventId);
    private static final Comparator<Standing> STANDINGS =
            Comparator.comparing(Standing::at).thenComparing(Standing::by);

    private final CaseState before;
    private @Nullable Ticket ticket;
    private List<Revision> earlier;
    private List<Said> said;
    private List<String> personRequests;
    private @Nullable Standing standing;
    private List<Waiting> waiting;
    private List<String> setAside;
    private long reviewSequence;
    private @Nullable Correction correction;
    private Published published;
    private boolean changed;

    public CaseFold(CaseState before) {
        this.before = before;
        ticket = before.ticket();
        earlier = before.earlier();
        said = before.said();
        personRequests = before.personRequests();
        standing = before.standing();
        waiting = before.waiting();
        setAside = before.setAside();
        reviewSequence = before.reviewSequence();
        correction = before.correction();
        published = before.published();
    }

    /** What is known now; the very same state if nothing has changed. */
    public CaseState state() {
        if (!changed) {
            return before;
        }
        return new CaseState(
                ticket,
                earlier,
                said,
                personRequests,
                standing,
                waiting,
                setAside,
                reviewSequence,
                correction,
                published);
    }

    /**
     * A snapshot: the newest by the source's own time counts; of two of one time the one with the greater event id. A
     * ticket begins when the earliest of them says: some helpdesks' updates do not carry the time of creation, and then
     * the time of receipt stands in for it.
     */
    public CaseFold snapshot(Ticket told) {
        Revision revision = revision(told);
        Instant begun =
                ticket != null && ticket.createdAt().isBefore(told.createdAt()) ? ticket.createdAt() : told.createdAt();
        if (ticket == null) {
            ticket = told;
            waiting = List.of();
        } else if (revision.equals(revision(ticket)) || earlier.contains(revision)) {
            return this;
        } else if (REVISIONS.compare(revision, revision(ticket)) > 0) {
            earlier = plus(earlier, revision(ticket), REVISIONS);
            ticket = told;
        } else {
            earlier = plus(earlier, revision, REVISIONS);
        }
        ticket = begun(ticket, begun);
        changed = true;
        standing(new Standing(told.updatedAt(), told.eventId(), open(told.status())));
        return this;
    }

    /**
     * Activity: only what the customer says, asks for, and whether the ticket is open matters here.
     *
     * @param record is kept while the ticket is unknown
     */
    public CaseFold activity(Activity activity, Waiting record) {
        if (ticket == null && !waitFor(record)) {
            return this;
        }
        String id = activity.activityId();
        if (speaks(activity)
                && said.stream().noneMatch(known -> known.activityId().equals(id))) {
            said = plus(said, new Said(id, activity.at(), activity.text()), SAID);
            changed = true;
        }
        if (asksForAPerson(activity) && !personRequests.contains(id)) {
            personRequests = plus(personRequests, id, Comparator.naturalOrder());
            changed = true;
        }
        Boolean open = open(activity);
        if (open != null) {
            standing(new Standing(activity.at(), id, open));
        }
        return this;
    }

    /** A reviewer's correction; a number that was seen changes nothing. */
    public CaseFold review(Review review) {
        if (review.sequence() > reviewSequence) {
            reviewSequence = review.sequence();
            correction = Correction.over(correction, review);
            changed = true;
        }
        return this;
    }

    /** The activity has waited long enough for its ticket; what it says still counts if the ticket comes after all. */
    public CaseFold giveUpWaiting() {
        List<String> ids = waiting.stream().map(Waiting::id).toList();
        setAside = new ArrayList<>(new TreeSet<>(concat(setAside, ids)));
        changed |= !waiting.isEmpty();
        waiting = List.of();
        return this;
    }

    /** A version was published. */
    public CaseFold published(Published now) {
        published = now;
        changed = true;
        return this;
    }

    /** Keeps the record until its ticket comes; false if it was kept before. */
    private boolean waitFor(Waiting record) {
        boolean known = setAside.contains(record.id())
                || waiting.stream().anyMatch(other -> other.id().equals(record.id()));
        if (!known) {
            waiting = plus(waiting, record, Comparator.comparing(Waiting::id));
            changed = true;
        }
        return !known;
    }

    private void standing(Standing heard) {
        if (standing == null || STANDINGS.compare(heard, standing) > 0) {
            standing = heard;
            changed = true;
        }
    }

    private static boolean speaks(Activity activity) {
        return activity.kind() == ActivityKind.CUSTOMER_REPLIED
                && activity.isPublic()
                && activity.text() != null
                && !activity.text().isBlank();
    }

    private static boolean asksForAPerson(Activity activity) {
        return activity.kind() == ActivityKind.ESCALATION_REQUESTED
                && activity.actor() != null
                && activity.actor().kind() == Actor.Kind.CUSTOMER;
    }

    private static @Nullable Boolean open(Activity activity) {
        return switch (activity.kind()) {
            case SOLVED, MERGED -> Boolean.FALSE;
            case REOPENED -> Boolean.TRUE;
            case STATUS_CHANGED -> activity.status() == null ? null : Boolean.valueOf(open(activity.status()));
            default -> null;
        };
    }

    static boolean open(@Nullable TicketStatus status) {
        return status != TicketStatus.SOLVED && status != TicketStatus.CLOSED;
    }

    private static Ticket begun(Ticket ticket, Instant at) {
        return ticket.createdAt().equals(at)
                ? ticket
                : new Ticket(
                        ticket.id(),
                        ticket.tenant(),
                        ticket.source(),
                        ticket.sourceType(),
                        ticket.externalId(),
                        ticket.sourceUrl(),
                        ticket.eventId(),
                        ticket.channel(),
                        ticket.subject(),
                        ticket.body(),
                        ticket.language(),
                        ticket.product(),
                        ticket.region(),
                        ticket.tags(),
                        ticket.requester(),
                        ticket.organizationId(),
                        ticket.reportedPriority(),
                        ticket.attachments(),
                        ticket.fields(),
                        ticket.status(),
                        ticket.assignee(),
                        ticket.imported(),
                        at,
                        ticket.updatedAt(),
                        ticket.receivedAt());
    }

    private static Revision revision(Ticket ticket) {
        return new Revision(ticket.eventId(), ticket.updatedAt());
    }

    private static <T> List<T> plus(List<T> list, T element, Comparator<? super T> order) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        longer.sort(order);
        return longer;
    }

    private static <T> List<T> concat(Collection<T> one, Collection<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
