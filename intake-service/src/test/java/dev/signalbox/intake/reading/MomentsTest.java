package dev.signalbox.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:14:03.412+0100, 2026-11-20T08:14:03.412Z",
        "2026-11-20T09:14:03.412-08:00, 2026-11-20T17:14:03.412Z",
        "2026-11-20T09:14:03Z, 2026-11-20T09:14:03Z",
        "2025-01-08T10:12:07.672717030Z, 2025-01-08T10:12:07.672717Z",
        "2026-11-20T09:14Z, 2026-11-20T09:14:00Z",
        "2026-11-20 09:14:03, 2026-11-20T09:14:03Z",
        "2026-11-20 09:14:03 UTC, 2026-11-20T09:14:03Z",
        "2026-11-20 09:14:03 +0200, 2026-11-20T07:14:03Z",
        "2026-11-20, 2026-11-20T00:00:00Z",
        "'Fri, 20 Nov 2026 09:14:03 GMT', 2026-11-20T09:14:03Z",
        "1550286113023, 2019-02-16T03:01:53.023Z",
        "1553290198, 2019-03-22T21:29:58Z",
    })
    void timesOfHelpdesksAreRead(String written, Instant meant) {
        assertThat(Moments.read(TextNode.valueOf(written))).isEqualTo(meant);
    }

    @Test
    void numbersAreSecondsOrMilliseconds() {
        assertThat(Moments.read(IntNode.valueOf(1_553_290_198))).isEqualTo(Instant.parse("2019-03-22T21:29:58Z"));
        assertThat(Moments.read(LongNode.valueOf(1_550_286_113_023L)))
                .isEqualTo(Instant.parse("2019-02-16T03:01:53.023Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "Nov 22, 2026", "2026-13-45T00:00:00Z", "0", "1970-01-01T00:00:00Z", "9999-01-01"})
    void whatIsNoTimeOfASupportTicketIsNothing(String written) {
        assertThat(Moments.read(TextNode.valueOf(written))).isNull();
        assertThat(Moments.read(NullNode.getInstance())).isNull();
    }
}
