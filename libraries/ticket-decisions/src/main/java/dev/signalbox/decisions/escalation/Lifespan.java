package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ticket still needs anybody: a fold over its facts in the order in which they happened, so that the order of
 * their arrival does not count.
 *
 * @param since when the present life began: {@link Instant#EPOCH}, or the last reopening
 * @param lastEnd when the ticket was last solved or merged; a reopening does not erase it
 * @param ended solved or merged now
 * @param merged for ever part of another ticket
 */
record Lifespan(Instant since, @Nullable Instant lastEnd, boolean ended, boolean merged) {

    private static final Set<TicketStatus> OVER = EnumSet.of(TicketStatus.SOLVED, TicketStatus.CLOSED);
    private static final Lifespan BORN = new Lifespan(Instant.EPOCH, null, false, false);

    /**
     * @param history in the order in which things happened
     */
    static Lifespan of(@Nullable CaseFile file, List<Activity> history) {
        Lifespan life = BORN;
        for (Activity activity : history) {
            life = life.after(activity);
        }
        return file == null ? life : life.after(file.ticket());
    }

    private Lifespan after(Activity activity) {
        if (activity.kind() == ActivityKind.MERGED) {
            return new Lifespan(since, activity.at(), true, true);
        }
        if (ends(activity)) {
            return new Lifespan(since, activity.at(), true, merged);
        }
        return ended && !merged && reopens(activity) ? new Lifespan(activity.at(), lastEnd, false, false) : this;
    }

    /** The helpdesk's snapshot counts only where no activity told about a later state. */
    private Lifespan after(Ticket ticket) {
        boolean news =
                !ended && OVER.contains(ticket.status()) && !ticket.updatedAt().isBefore(since);
        return news ? new Lifespan(since, ticket.updatedAt(), true, false) : this;
    }

    private static boolean ends(Activity activity) {
        return activity.kind() == ActivityKind.SOLVED
                || (activity.kind() == ActivityKind.STATUS_CHANGED && OVER.contains(activity.status()));
    }

    private static boolean reopens(Activity activity) {
        return activity.kind() == ActivityKind.REOPENED
                || (activity.kind() == ActivityKind.STATUS_CHANGED && !OVER.contains(activity.status()));
    }

    /** Whether something of that time belongs to an earlier life. */
    boolean isOver(Instant at) {
        return at.isBefore(since);
    }
}
