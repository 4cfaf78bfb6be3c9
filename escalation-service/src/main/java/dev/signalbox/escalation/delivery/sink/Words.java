package dev.signalbox.escalation.delivery.sink;

import dev.signalbox.contracts.Escalation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An escalation in words, within what a sink takes. */
final class Words {

    private Words() {}

    /** Cut to so many characters at most, never within one of two code units. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** For example {@code zendesk:35436 OUTAGE: all regions down | Login fails}. */
    static String line(Escalation escalation) {
        String summary = escalation.summary() == null ? "" : " | " + escalation.summary();
        return escalation.ticketId() + " " + escalation.trigger() + ": " + escalation.reason() + summary;
    }

    /** For example {@code Level raised}. */
    static String sentence(Enum<?> name) {
        String words = name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The ticket's address in the helpdesk if a browser can open it; null otherwise. */
    static @Nullable String link(Escalation escalation, int longest) {
        String url = escalation.sourceUrl();
        boolean opens = url != null && (url.startsWith("https://") || url.startsWith("http://"));
        return opens && url.length() <= longest ? url : null;
    }
}
