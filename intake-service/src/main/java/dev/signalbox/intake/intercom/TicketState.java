package dev.signalbox.intake.intercom;

import dev.signalbox.contracts.TicketStatus;
import org.jspecify.annotations.Nullable;

/** The category of a ticket's state. */
final class TicketState {

    private TicketState() {}

    static @Nullable TicketStatus of(@Nullable String category) {
        if (category == null) {
            return null;
        }
        return switch (category) {
            case "submitted" -> TicketStatus.NEW;
            case "waiting_on_customer" -> TicketStatus.PENDING;
            case "resolved" -> TicketStatus.SOLVED;
            default -> TicketStatus.OPEN;
        };
    }
}
