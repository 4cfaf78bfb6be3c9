package dev.signalbox.intake.reading;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.TicketStatus;
import org.jspecify.annotations.Nullable;

/** What a change of status means: solved, opened again, or just moved. */
public final class StatusChange {

    private StatusChange() {}

    /** The kind of activity; {@code from} is null where the helpdesk does not say. */
    public static ActivityKind kind(@Nullable TicketStatus from, TicketStatus to) {
        boolean wasOver = from != null && isOver(from);
        if (isOver(to)) {
            return wasOver ? ActivityKind.STATUS_CHANGED : ActivityKind.SOLVED;
        }
        return wasOver ? ActivityKind.REOPENED : ActivityKind.STATUS_CHANGED;
    }

    /** Solved or closed. */
    public static boolean isOver(TicketStatus status) {
        return status == TicketStatus.SOLVED || status == TicketStatus.CLOSED;
    }
}
