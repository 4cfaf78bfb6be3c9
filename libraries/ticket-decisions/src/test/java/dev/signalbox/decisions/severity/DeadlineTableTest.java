package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Urgency;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTableTest {

    /** Written on Sunday 2026-11-22 at 10:00 in Berlin. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            We have an audit tomorrow                          | 2026-11-23T08:00:00Z
            The audit is on Tuesday                            | 2026-11-24T08:00:00Z
            We need this by Tuesday for our product launch     | 2026-11-24T16:00:00Z
            Our launch is in 3 days                            | 2026-11-25T09:00:00Z
            The go-live is within 24 hours                     | 2026-11-23T09:00:00Z
            Regulatory filing due 2026-12-01                   | 2026-12-01T16:00:00Z
            The compliance audit is on December 3rd            | 2026-12-03T08:00:00Z
            The audit is on 3 December 2026 at 2pm             | 2026-12-03T13:00:00Z
            The audit is on 11/24                              | 2026-11-24T08:00:00Z
            Die Prüfung ist morgen                             | 2026-11-23T08:00:00Z
            Die Prüfung ist am 24.11. um 15 Uhr                | 2026-11-24T14:00:00Z
            The audit comes up. It starts on Monday.           | 2026-11-23T08:00:00Z
            Our launch was in 2025-01-01                       | -
            I need this by tomorrow                            | -
            The audit log of tomorrow is empty                 | -
            There is no audit tomorrow                         | -
            """)
    void anEventWithADateIsADeadlineInTheAccountsTimeZone(String text, Instant expected) {
        assertThat(Cases.analysis(text).deadline()).isEqualTo(expected);
    }

    @Test
    void aDeadlineWithin48HoursRaisesTheUrgencyOneStepButMakesNoTotalOutage() {
        Analysis near = Cases.analysis("The reports are blocked for all users. We have an audit tomorrow.");
        Analysis far = Cases.analysis("The reports are blocked for all users. We have an audit on Friday.");

        assertThat(near.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(near.impact()).isEqualTo(Impact.WIDESPREAD);
        assertThat(near.totalOutage()).isFalse();
        assertThat(near.reasons()).anyMatch(reason -> reason.startsWith("deadline: "));
        assertThat(far.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(far.deadline()).isNotNull();
    }
}
