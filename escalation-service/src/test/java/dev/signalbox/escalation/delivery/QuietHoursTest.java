package dev.signalbox.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-11-23T20:59:59Z, 2026-11-23T20:59:59Z",
        "22:00, 07:00, 2026-11-23T21:00:00Z, 2026-11-24T06:00:00Z",
        "22:00, 07:00, 2026-11-24T05:59:59Z, 2026-11-24T06:00:00Z",
        "22:00, 07:00, 2026-11-24T06:00:00Z, 2026-11-24T06:00:00Z",
        "12:00, 13:00, 2026-11-24T11:30:00Z, 2026-11-24T12:00:00Z",
        "12:00, 13:00, 2026-11-24T12:00:00Z, 2026-11-24T12:00:00Z",
        "00:00, 00:00, 2026-11-24T12:00:00Z, 2026-11-24T12:00:00Z",
        "22:00, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z"
    })
    void whatComesInQuietHoursIsToldAtTheirEnd(LocalTime from, LocalTime to, Instant time, Instant told) {
        assertThat(new QuietHours(from, to, ZoneId.of("Europe/Berlin")).endOr(time))
                .isEqualTo(told);
    }
}
