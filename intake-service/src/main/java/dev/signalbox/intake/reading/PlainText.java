package dev.signalbox.intake.reading;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Text that people wrote, without markup and control characters. */
public final class PlainText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "li",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "pre",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "hr");
    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile(
            "^\\s*<(!doctype|html|head|body|div|p|span|br|table|b|strong|em|i|a|h[1-6]|ul|ol|pre|img|font)\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);
    // what mail programs put around the message that is answered
    private static final String QUOTES = ".gmail_quote, .freshdesk_quote, .yahoo_quoted, .zendesk_quoted, "
            + "blockquote[type=cite], .moz-cite-prefix, #appendonsend ~ *, #divRplyFwdMsg, #divRplyFwdMsg ~ *";
    private static final Pattern TRAILING_BLANKS = Pattern.compile("[ \\t]+\\n");
    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");

    private PlainText() {}

    /** Text of HTML; null becomes the empty text. */
    public static String ofHtml(@Nullable String html) {
        return html == null ? "" : text(Jsoup.parseBodyFragment(html));
    }

    /** Text of an HTML reply without the earlier messages quoted in it, unless nothing else is there. */
    public static String ofHtmlReply(@Nullable String html) {
        if (html == null) {
            return "";
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.select(QUOTES).remove();
        String own = text(document);
        return own.isEmpty() ? ofHtml(html) : own;
    }

    /** Text as it is, or converted where it plainly is HTML. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return LOOKS_LIKE_HTML.matcher(text).find() ? ofHtml(text) : clean(text);
    }

    private static String text(Document document) {
        StringBuilder out = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            out.append(insidePre(text) ? text.getWholeText() : collapsed(text, out));
                        } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                            newLine(out);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                            newLine(out);
                        }
                    }
                },
                document.body());
        return clean(out.toString());
    }

    private static boolean insidePre(TextNode text) {
        Element parent = text.parent();
        return parent != null && parent.closest("pre") != null;
    }

    private static String collapsed(TextNode node, StringBuilder out) {
        String text = node.text();
        boolean atLineStart = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
        return atLineStart ? text.stripLeading() : text;
    }

    private static void newLine(StringBuilder out) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    /** Line ends as one character, no other control characters, no half surrogates, at most one empty line in a row. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == 0xA0) {
                out.append(' ');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || !isInvisible(c)) {
                out.appendCodePoint(c);
            }
        });
        String trimmed = TRAILING_BLANKS.matcher(out).replaceAll("\n");
        return MANY_LINES.matcher(trimmed).replaceAll("\n\n").strip();
    }

    private static boolean isInvisible(int c) {
        return c == 0xFEFF || c == 0x200B || Character.getType(c) == Character.CONTROL;
    }

    /** At most so many characters; never cuts a surrogate pair. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }
}
