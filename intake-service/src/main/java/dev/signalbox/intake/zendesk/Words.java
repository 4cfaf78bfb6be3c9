package dev.signalbox.intake.zendesk;

import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.TicketStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Zendesk's enumerations: upper case in events, lower case in the REST API, display words in triggers. */
final class Words {

    private Words() {}

    static TicketStatus status(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "", "new" -> TicketStatus.NEW;
            case "pending" -> TicketStatus.PENDING;
            case "hold", "on-hold", "on hold", "on_hold" -> TicketStatus.ON_HOLD;
            case "solved" -> TicketStatus.SOLVED;
            case "closed", "deleted", "archived" -> TicketStatus.CLOSED;
            default -> TicketStatus.OPEN;
        };
    }

    static Channel channel(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "web", "web_form", "web form", "help_center", "help center", "closed_ticket", "group_deletion" ->
                Channel.PORTAL;
            case "voice", "phone", "phone_call_inbound", "voicemail" -> Channel.PHONE;
            case "chat",
                    "native_messaging",
                    "messaging",
                    "whatsapp",
                    "facebook",
                    "twitter",
                    "line",
                    "sms",
                    "any_channel" -> Channel.CHAT;
            case "mobile", "mobile_sdk", "sdk", "in_app" -> Channel.IN_APP;
            case "api", "web_service", "web service" -> Channel.API;
            default -> Channel.EMAIL;
        };
    }

    /** Points of 0 to 100 for good, bad, or one to five stars; null if nobody has rated. */
    static @Nullable Integer rating(@Nullable String score) {
        if (score == null) {
            return null;
        }
        String word = score.toLowerCase(Locale.ROOT);
        if (word.startsWith("good")) {
            return 100;
        }
        if (word.startsWith("bad")) {
            return 0;
        }
        return word.matches("[1-5]") ? (Integer.parseInt(word) - 1) * 25 : null;
    }
}
