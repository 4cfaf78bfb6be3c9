package dev.signalbox.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.policy.ReviewCalendar;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewGaugesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private LocalDate today = LocalDate.parse("2026-12-22");
    private Optional<ReviewCalendar> calendar = Optional.empty();

    @Test
    void reviewThatIsDueTodayIsNotOverdueAndTomorrowItIs() {
        ReviewGauges.register(meters, () -> calendar, () -> today);
        assertThat(daysLeft("intents")).isNaN();
        assertThat(overdue()).isZero();

        calendar = Optional.of(PolicyDocument.starter().policy().reviews());
        assertThat(daysLeft("intents")).isZero();
        assertThat(daysLeft("arr_rules")).isEqualTo(62);
        assertThat(overdue()).isZero();

        today = LocalDate.parse("2026-12-23");
        assertThat(daysLeft("skills")).isEqualTo(-1);
        assertThat(overdue()).isEqualTo(2);
    }

    private double daysLeft(String subject) {
        return meters.get("signalbox.policy.review.due.in")
                .tag("subject", subject)
                .gauge()
                .value();
    }

    private double overdue() {
        return meters.get("signalbox.policy.reviews.overdue").gauge().value();
    }
}
