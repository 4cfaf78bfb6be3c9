package dev.signalbox.intake.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.PlainText;
import java.util.Set;
import java.util.regex.Pattern;

/** Text of Jira's two formats: wiki markup (REST v2) and the Atlassian Document Format (v3). */
final class RichText {

    private static final Pattern MACROS =
            Pattern.compile("\\{(?:code|noformat|quote|panel|color|expand|info|note|warning|tip)(?::[^}]*)?}");
    private static final Pattern HEADINGS = Pattern.compile("(?m)^h[1-6]\\. ");
    private static final Pattern MENTIONS = Pattern.compile("\\[~(?:accountid:)?([^]|]+)]");
    private static final Pattern NAMED_LINKS = Pattern.compile("\\[([^]|\\n]+)\\|([^]|\\n]+)(?:\\|[^]\\n]*)?]");
    private static final Pattern IMAGES = Pattern.compile("!([^!|\\s]+\\.[A-Za-z]{3,4})(?:\\|[^!\\n]*)?!");

    private static final Set<String> BLOCKS = Set.of(
            "paragraph",
            "heading",
            "codeBlock",
            "blockquote",
            "listItem",
            "tableRow",
            "rule",
            "panel",
            "taskItem",
            "decisionItem",
            "mediaSingle",
            "expand");

    private RichText() {}

    /** Plain text; empty if there is none. */
    static String of(JsonNode value) {
        if (value.isTextual()) {
            return PlainText.of(wiki(value.textValue()));
        }
        if (!value.isObject()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        document(value, out);
        return PlainText.of(out.toString());
    }

    private static String wiki(String text) {
        String plain = MACROS.matcher(text).replaceAll("");
        plain = HEADINGS.matcher(plain).replaceAll("");
        plain = MENTIONS.matcher(plain).replaceAll("@$1");
        plain = NAMED_LINKS.matcher(plain).replaceAll("$1 ($2)");
        return IMAGES.matcher(plain).replaceAll("$1");
    }

    private static void document(JsonNode node, StringBuilder out) {
        String type = Fields.text(node, "type");
        if (type == null) {
            return;
        }
        switch (type) {
            case "text" -> out.append(node.path("text").asText());
            case "hardBreak" -> out.append('\n');
            case "mention", "status" ->
                out.append(node.path("attrs").path("text").asText());
            case "emoji" ->
                out.append(node.path("attrs")
                        .path("text")
                        .asText(node.path("attrs").path("shortName").asText()));
            case "inlineCard", "blockCard", "embedCard" ->
                out.append(node.path("attrs").path("url").asText());
            case "tableCell", "tableHeader" -> {
                node.path("content").forEach(child -> document(child, out));
                out.append(' ');
            }
            default -> node.path("content").forEach(child -> document(child, out));
        }
        if (BLOCKS.contains(type)) {
            out.append('\n');
        }
    }
}
