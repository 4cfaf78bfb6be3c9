package dev.signalbox.intake.freshdesk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What set an automation off, in Freshdesk's own notation, which is not JSON: {@code {priority:{from:3,to:1}}},
 * {@code {note_type:private}}, {@code {ticket_action:created}}, several joined by commas.
 */
record TriggeredEvent(Map<String, Change> changes, Map<String, String> facts) {

    // possessive, and only from the start of a word: a hostile notation costs no more than its length
    private static final Pattern CHANGE = Pattern.compile("(?<![A-Za-z_])([A-Za-z_]++)\\s*+:\\s*+\\{\\s*+from\\s*+:"
            + "\\s*+([^,{}]*+),\\s*+to\\s*+:\\s*+([^,{}]*+)}");
    private static final Pattern FACT = Pattern.compile("(?<![A-Za-z_])([A-Za-z_]++)\\s*+:\\s*+([^,{}:]++)");

    /** From one value to another; blank where there was none. */
    record Change(String from, String to) {}

    static TriggeredEvent parse(@Nullable String notation) {
        Map<String, Change> changes = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        String text = notation == null ? "" : notation.replace("\"", "").replace("'", "");
        Matcher change = CHANGE.matcher(text);
        while (change.find()) {
            changes.put(change.group(1), new Change(bare(change.group(2)), bare(change.group(3))));
        }
        Matcher fact = FACT.matcher(change.replaceAll(""));
        while (fact.find()) {
            facts.put(fact.group(1), fact.group(2).trim());
        }
        return new TriggeredEvent(changes, facts);
    }

    boolean is(String fact, String value) {
        return value.equalsIgnoreCase(facts.get(fact));
    }

    private static String bare(String value) {
        String text = value.trim();
        return text.equals("null") || text.equals("nil") ? "" : text;
    }
}
