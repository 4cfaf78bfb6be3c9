package dev.signalbox.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void htmlBecomesTextWithItsLines() {
        assertThat(PlainText.ofHtml(
                        "<div>Hello,<br>the <b>export</b>&nbsp;fails.</div><ul><li>one</li><li>two</li></ul>"))
                .isEqualTo("Hello,\nthe export fails.\none\ntwo");
    }

    @Test
    void scriptsStylesAndCommentsAreNoText() {
        assertThat(PlainText.ofHtml(
                        "<style>p{}</style><p>text</p><!-- hidden --><script>alert(1)</script><img src=x onerror=y>"))
                .isEqualTo("text");
    }

    @Test
    void preformattedTextKeepsItsSpaces() {
        assertThat(PlainText.ofHtml("<pre>a  b\n  c</pre>")).isEqualTo("a  b\n  c");
    }

    @Test
    void quotedMessagesAreLeftOutOfReplies() {
        assertThat(PlainText.ofHtmlReply("<p>Yes</p><div class=\"gmail_quote\">On Sunday ... <p>old</p></div>"))
                .isEqualTo("Yes");
        assertThat(PlainText.ofHtmlReply("<div class=\"gmail_quote\">only a quote</div>"))
                .isEqualTo("only a quote");
    }

    @Test
    void plainTextWithAngleBracketsStaysAsItIs() {
        assertThat(PlainText.of("if a < b and c > d")).isEqualTo("if a < b and c > d");
        assertThat(PlainText.of("error in <main>: see List<String>")).isEqualTo("error in <main>: see List<String>");
        assertThat(PlainText.of("<p>but this is HTML</p>")).isEqualTo("but this is HTML");
    }

    @Test
    void controlCharactersGoAndLineEndsAreOne() {
        assertThat(PlainText.of("a\r\nb\rc\u0007\u200B  \n\n\n\nd\uFEFF")).isEqualTo("a\nb\nc\n\nd");
        assertThat(PlainText.clean("x\ud800y")).isEqualTo("x\uFFFDy");
    }

    @Test
    void cuttingNeverSplitsASurrogatePair() {
        assertThat(PlainText.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(PlainText.cut("ab😀", 4)).isEqualTo("ab😀");
    }
}
