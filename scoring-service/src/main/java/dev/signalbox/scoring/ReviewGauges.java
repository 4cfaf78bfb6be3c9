package dev.signalbox.scoring;

import dev.signalbox.decisions.policy.ReviewCalendar;
import dev.signalbox.decisions.policy.ReviewCalendar.Subject;
import dev.signalbox.edge.Policies;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** How many days are left until each review of the active policy (S77); below zero it is overdue. */
@Startup
@ApplicationScoped
class ReviewGauges {

    ReviewGauges(Policies policies, MeterRegistry meters) {
        register(
                meters,
                () -> policies.current().map(document -> document.policy().reviews()),
                () -> LocalDate.now(ZoneOffset.UTC));
    }

    static void register(MeterRegistry meters, Supplier<Optional<ReviewCalendar>> calendar, Supplier<LocalDate> today) {
        for (Subject subject : Subject.values()) {
            Gauge.builder("signalbox.policy.review.due.in", () -> daysLeft(calendar.get(), subject, today.get()))
                    .description("Days until the review is due; negative: overdue; NaN: the policy does not say")
                    .baseUnit("days")
                    .tag("subject", subject.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("signalbox.policy.reviews.overdue", () -> overdue(calendar.get(), today.get()))
                .description("Reviews of the active policy that were due before today")
                .register(meters);
    }

    private static double daysLeft(Optional<ReviewCalendar> calendar, Subject subject, LocalDate today) {
        return calendar.map(reviews -> reviews.all().get(subject).dueOn())
                .map(due -> (double) ChronoUnit.DAYS.between(today, due))
                .orElse(Double.NaN);
    }

    private static long overdue(Optional<ReviewCalendar> calendar, LocalDate today) {
        return calendar.stream()
                .flatMap(reviews -> reviews.all().values().stream())
                .filter(review -> review.overdue(today))
                .count();
    }
}
