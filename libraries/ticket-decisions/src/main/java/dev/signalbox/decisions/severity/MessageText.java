package dev.signalbox.decisions.severity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody wrote, without what the mail program put under it. */
final class MessageText {

    private static final Pattern QUOTE_BEGINS = Pattern.compile(
            "(?m)^(?:-- ?$|-{2,} ?(?:original message|urspr\u00fcngliche nachricht)|on .{4,120} wrote:\\s*$|am .{4,120} schrieb.{0,120}:\\s*$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^>.*(?:\\R|$)");

    private MessageText() {}

    /** The own words of a message; the whole of it where nothing else is left. */
    static String own(String text) {
        if (text.indexOf('>') < 0 && text.indexOf("--") < 0 && text.indexOf(':') < 0) {
            return text;
        }
        Matcher quote = QUOTE_BEGINS.matcher(text);
        String own = quote.find() ? text.substring(0, quote.start()) : text;
        own = QUOTED_LINE.matcher(own).replaceAll("");
        return own.isBlank() ? text : own;
    }
}
