package dev.signalbox.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.policy.ReviewCalendar;
import dev.signalbox.decisions.policy.ReviewCalendar.Review;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.time.Period;
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
        assertThat(daysLeft("intents")).as("nobody has said when it was").isNaN();
        assertThat(overdue()).isZero();

        calendar = Optional.of(reviewedOn(LocalDate.parse("2026-11-22")));
        assertThat(daysLeft("intents")).isZero();
        assertThat(daysLeft("arr_rules")).isEqualTo(62);
        assertThat(overdue()).isZero();

        today = LocalDate.parse("2026-12-23");
        assertThat(daysLeft("skills")).isEqualTo(-1);
        assertThat(overdue()).isEqualTo(2);
    }

    private static ReviewCalendar reviewedOn(LocalDate day) {
        Review monthly = new Review(day, Period.ofMonths(1));
        Review quarterly = new Review(day, Period.ofMonths(3));
        return new ReviewCalendar(monthly, monthly, quarterly, quarterly, quarterly);
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
