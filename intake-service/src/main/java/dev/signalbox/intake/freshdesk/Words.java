package dev.signalbox.intake.freshdesk;

import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.TicketStatus;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Freshdesk's enumerations: webhooks send the words of the account's language, the REST API and changes the numbers. */
final class Words {

    private static final Map<String, String> PRIORITIES = Map.of("1", "low", "2", "medium", "3", "high", "4", "urgent");
    private static final Map<String, TicketStatus> STATUSES = Map.ofEntries(
            Map.entry("2", TicketStatus.OPEN),
            Map.entry("3", TicketStatus.PENDING),
            Map.entry("4", TicketStatus.SOLVED),
            Map.entry("5", TicketStatus.CLOSED),
            Map.entry("6", TicketStatus.PENDING),
            Map.entry("7", TicketStatus.ON_HOLD),
            Map.entry("new", TicketStatus.NEW),
            Map.entry("open", TicketStatus.OPEN),
            Map.entry("pending", TicketStatus.PENDING),
            Map.entry("resolved", TicketStatus.SOLVED),
            Map.entry("closed", TicketStatus.CLOSED));

    private Words() {}

    /** Low, medium, high or urgent for a number; a word as it is. */
    static @Nullable String priority(@Nullable String wordOrNumber) {
        return wordOrNumber == null ? null : PRIORITIES.getOrDefault(wordOrNumber, wordOrNumber);
    }

    /** Own statuses of an account count as open, unless their words say that somebody is waited for. */
    static TicketStatus status(@Nullable String wordOrNumber) {
        String word = wordOrNumber == null ? "" : wordOrNumber.toLowerCase(Locale.ROOT);
        TicketStatus known = STATUSES.get(word);
        if (known != null) {
            return known;
        }
        if (word.contains("customer") || word.contains("awaiting your reply")) {
            return TicketStatus.PENDING;
        }
        return word.contains("third") || word.contains("hold") || word.contains("vendor")
                ? TicketStatus.ON_HOLD
                : TicketStatus.OPEN;
    }

    static Channel channel(@Nullable String wordOrNumber) {
        return switch (wordOrNumber == null ? "" : wordOrNumber.toLowerCase(Locale.ROOT)) {
            case "2", "portal", "9", "feedback widget", "feedback_widget" -> Channel.PORTAL;
            case "3", "phone" -> Channel.PHONE;
            case "7", "chat", "11", "ecommerce", "13", "whatsapp", "facebook", "twitter", "5", "6" -> Channel.CHAT;
            default -> Channel.EMAIL;
        };
    }
}
