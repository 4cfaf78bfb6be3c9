package dev.signalbox.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    private static final String ACTION = """
            {"ticketId":"a:1","sequence":1,"at":"2026-11-22T09:00:00Z","action":"WARN","clock":"RESOLUTION",\
            "cycle":1,"level":75,"assignmentEpoch":0,"reason":"not accepted","predicted":true}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                               | NOT_JSON         | The value is not well-formed JSON.",
                "{\"ticketId\":                         | NOT_JSON         | The value is not well-formed JSON.",
                "[]                                     | NOT_THE_CONTRACT | The field / is not as agreed.",
                "\"text\"                               | NOT_THE_CONTRACT | The field / is not as agreed.",
                "null                                   | NO_VALUE         | The record's value is JSON null.",
                "{\"sequence\":\"many\"}                | NOT_THE_CONTRACT | The field /sequence is not as agreed.",
                "{\"sequence\":null}                    | NOT_THE_CONTRACT | The field /sequence is not as agreed.",
                "{\"sequence\":99999999999999999999}    | NOT_THE_CONTRACT | The field /sequence is not as agreed.",
                "{\"action\":\"PANIC\"}                 | NOT_THE_CONTRACT | The field /action is not as agreed.",
                "{\"action\":1}                         | NOT_THE_CONTRACT | The field /action is not as agreed.",
                "{\"at\":\"yesterday\"}                 | NOT_THE_CONTRACT | The field /at is not as agreed.",
                "{\"ticketId\":{\"secret\":\"s3\"}}     | NOT_THE_CONTRACT | The field /ticketId is not as agreed.",
                "{\"ticketId\":\"a\",\"ticketId\":\"b\"}| NOT_JSON         | The value is not well-formed JSON.",
                "{\"level\":75.5}                      | NOT_THE_CONTRACT | The field /level is not as agreed.",
                "{\"level\":NaN}                        | NOT_JSON         | The value is not well-formed JSON."
            })
    void badInputIsRefusedWithItsClassAndWithoutItsContent(String json, String code, String sentence) {
        UnreadableRecord refusal =
                catchThrowableOfType(UnreadableRecord.class, () -> Json.decode(json, SlaAction.class));

        assertThat(refusal).as(json).isNotNull();
        assertThat(refusal.reason()).isEqualTo(new Quarantined.Reason(code, sentence));
    }

    @Test
    void secondValueBehindTheFirstIsRefused() {
        assertThatThrownBy(() -> Json.decode(ACTION + " {}", SlaAction.class)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void missingNumberIsNoZero() {
        assertThatThrownBy(() -> Json.decode(ACTION.replace("\"level\":75,", ""), SlaAction.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("The field /level is not as agreed.");
    }

    @Test
    void valueThatIsMissingOrNoTextIsRefused() {
        assertThatThrownBy(() -> Json.decode((byte[]) null, SlaAction.class)).hasMessage("The record has no value.");
        assertThatThrownBy(() -> Json.decode(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, SlaAction.class))
                .isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> Json.decode(new byte[0], SlaAction.class)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void deepNestingIsRefusedEvenInUnknownFields() {
        int deepest = Json.MAX_DEPTH - 1;
        String allowed = "{\"x\":" + "[".repeat(deepest) + "]".repeat(deepest) + "," + ACTION.substring(1);
        String refused = "{\"x\":" + "[".repeat(deepest + 1) + "]".repeat(deepest + 1) + "," + ACTION.substring(1);

        assertThat(Json.decode(allowed, SlaAction.class).level()).isEqualTo(75);
        assertThatThrownBy(() -> Json.decode(refused, SlaAction.class))
                .isInstanceOfSatisfying(
                        UnreadableRecord.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("TOO_DEEP"));
    }

    @Test
    void valuesAreWrittenAsTheContractSays() {
        record Values(
                Instant at, Duration lateBy, BigDecimal large, BigDecimal exact, Band band, Map<String, String> map) {}

        assertThat(Json.text(new Values(
                        Instant.parse("2026-11-22T09:00:00.250Z"),
                        Duration.ofMinutes(90),
                        new BigDecimal("1E+9"),
                        new BigDecimal("70.00"),
                        Band.SELF_SERVICE,
                        Map.of())))
                .isEqualTo("{\"at\":\"2026-11-22T09:00:00.250Z\",\"lateBy\":\"PT1H30M\",\"large\":1000000000,"
                        + "\"exact\":70.00,\"band\":\"SELF_SERVICE\",\"map\":{}}");
    }

    @Test
    void mapsAreWrittenInOneOrderSoThatOneIdHasOneContent() {
        record Values(Map<String, String> map) {}

        assertThat(Json.text(new Values(Map.of("d", "4", "b", "2", "e", "5", "a", "1", "c", "3"))))
                .isEqualTo("{\"map\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\",\"e\":\"5\"}}");
    }

    @Test
    void textOutsideAsciiSurvives() {
        String text = "Grüße \u4e2d\u6587 \ud83d\ude80";
        KnowledgeArticle article = new KnowledgeArticle("kb", text, text, List.of(text), null, null, null);

        assertThat(Json.decode(Json.encode(article), KnowledgeArticle.class)).isEqualTo(article);
        assertThat(new String(Json.encode(article), UTF_8)).contains("Grüße \u4e2d\u6587");
    }
}
