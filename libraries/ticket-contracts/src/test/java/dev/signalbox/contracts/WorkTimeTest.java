package dev.signalbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTimeTest {

    @Test
    void daysAndHoursAreDifferentUnits() {
        assertThat(WorkTime.parse("P1D")).isEqualTo(WorkTime.ofDays(1)).isNotEqualTo(WorkTime.parse("PT24H"));
        assertThat(WorkTime.parse("PT24H")).isEqualTo(WorkTime.of(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P10D", "PT15M", "PT26H", "PT1.5S"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Json.text(Json.decode('"' + text + '"', WorkTime.class))).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1DT4H", "P1W", "P1M", "-P1D", "1 day", "", "PT"})
    void whatMixesTheUnitsOrIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> WorkTime.parse(text))
                .hasMessage("is " + text + "; allowed is working time such as PT4H, or business days such as P1D");
    }

    @Test
    void onlyWhatIsAboveZeroIsPositive() {
        assertThat(WorkTime.parse("P1D").isPositive()).isTrue();
        assertThat(WorkTime.parse("PT1S").isPositive()).isTrue();
        assertThat(WorkTime.parse("P0D").isPositive()).isFalse();
        assertThat(WorkTime.parse("PT-1S").isPositive()).isFalse();
    }
}
