package dev.signalbox.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {

    private static final int ROUNDS = 20_000;

    @Test
    void readsWhatIsWrittenWhateverItsDigits() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("InstantReaderTest runs with -Dsignalbox.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            int unit = (int) Math.pow(10, random.nextInt(10));
            // from the year 1 to 9999: others have a sign or another number of digits
            long second = -62_135_596_800L + (long) (random.nextDouble() * 315_537_897_599L);
            Instant written = Instant.ofEpochSecond(second, (long) unit * random.nextInt(1_000_000_000 / unit));
            assertThat(read(Json.text(written))).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T10:15:30Z",
                "2026-11-27T10:15:30.1Z",
                "2026-11-27T10:15:30.123456789Z",
                "2024-02-29T23:59:59.999Z",
                "+12026-11-27T10:15:30Z",
                "-0044-03-15T10:15:30Z",
                "2026-11-27T24:00:00Z"
            })
    void agreesWithThePlatformOnEveryFormThatItReads(String text) {
        assertThat(read('"' + text + '"')).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T10:15:30Z",
                "2026-11-27T10:15:61Z",
                "2026-11-27T10:15:30.1234567890Z",
                "2026-11-27T10:15:30,5Z",
                "2026-11-27 10:15:30Z",
                "2026-1a-27T10:15:30Z",
                "Z"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> read('"' + text + '"')).isInstanceOf(UnreadableRecord.class);
    }

    private static Instant read(String json) {
        return Json.decode(json.getBytes(UTF_8), Instant.class);
    }
}
