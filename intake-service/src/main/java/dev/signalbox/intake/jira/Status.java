package dev.signalbox.intake.jira;

import dev.signalbox.contracts.TicketStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A status: the word says more than its category, the category is there when the word is the company's own. */
final class Status {

    private Status() {}

    /**
     * @param category {@code new}, {@code indeterminate} or {@code done}; null from a changelog and old servers
     */
    static TicketStatus of(@Nullable String name, @Nullable String category) {
        String word = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (word.equals("closed") || word.equals("cancelled") || word.equals("canceled")) {
            return TicketStatus.CLOSED;
        }
        if ("done".equals(category)) {
            return TicketStatus.SOLVED;
        }
        if (word.contains("customer") || word.contains("pending") || word.contains("waiting for reporter")) {
            return TicketStatus.PENDING;
        }
        if (word.contains("hold") || word.contains("blocked") || word.contains("vendor") || word.contains("third")) {
            return TicketStatus.ON_HOLD;
        }
        if (category == null) {
            return byWordAlone(word);
        }
        return "new".equals(category) && !word.contains("reopen") && !word.contains("waiting")
                ? TicketStatus.NEW
                : TicketStatus.OPEN;
    }

    private static TicketStatus byWordAlone(String word) {
        return switch (word) {
            case "resolved", "done", "completed", "complete", "fixed", "solved", "declined", "won't do", "won't fix" ->
                TicketStatus.SOLVED;
            case "open", "to do", "new", "backlog", "" -> TicketStatus.NEW;
            default -> TicketStatus.OPEN;
        };
    }
}
