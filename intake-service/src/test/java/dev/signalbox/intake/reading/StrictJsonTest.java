package dev.signalbox.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.signalbox.contracts.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO_VALUE         | ``",
                "NO_VALUE         | `  `",
                "NOT_JSON         | {",
                "NOT_JSON         | {\"a\":1,}",
                "NOT_JSON         | {'a':1}",
                "NOT_JSON         | nonsense",
                "NOT_JSON         | {\"a\":NaN}",
                "TRAILING_CONTENT | {} {}",
                "TRAILING_CONTENT | {}x",
                "DUPLICATE_KEY    | {\"a\":{\"b\":1,\"b\":2}}",
                "NUL_CHARACTER    | {\"a\":\"x\\u0000\"}",
                "NUL_CHARACTER    | {\"a\\u0000\":1}",
                "LONE_SURROGATE   | {\"a\":[\"\\ud800\"]}",
                "LONE_SURROGATE   | {\"a\":\"\\udc00\\ud800\"}",
            })
    void whatIsNotStrictJsonIsRefusedByCode(String code, String json) {
        assertThatThrownBy(() -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(UnreadableRecord.class))
                .satisfies(refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    @Test
    void sixtyFourLevelsAreReadAndSixtyFiveAreNot() {
        assertThat(StrictJson.read(nested(64))).isNotNull();
        assertThatThrownBy(() -> StrictJson.read(nested(65)))
                .asInstanceOf(type(UnreadableRecord.class))
                .satisfies(refusal -> assertThat(refusal.reason().code()).isEqualTo("TOO_DEEP"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin1 = "{\"a\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> StrictJson.read(latin1)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void surrogatePairsAndByteOrderMarksAreFine() {
        assertThat(StrictJson.read("\uFEFF{\"a\":\"😀\"}".getBytes(StandardCharsets.UTF_8))
                        .path("a")
                        .asText())
                .isEqualTo("😀");
        assertThat(StrictJson.read("{\"a\":\"\\ud83d\\ude00\"}".getBytes(StandardCharsets.UTF_8))
                        .path("a")
                        .asText())
                .isEqualTo("😀");
    }

    @Test
    void refusalsNeverQuoteTheContent() {
        assertThatThrownBy(() -> StrictJson.read("{\"a\":secret4711}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageNotContaining("secret4711")
                .hasMessageContaining("line 1");
    }

    private static byte[] nested(int levels) {
        return ("[".repeat(levels) + "]".repeat(levels)).getBytes(StandardCharsets.UTF_8);
    }
}
