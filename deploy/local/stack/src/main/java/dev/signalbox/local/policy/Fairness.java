package dev.signalbox.local.policy;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Sentiment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How each plan fares before and after (S44, N7), each figure with the number of tickets that tell.
 *
 * @param tickets the last version of each
 * @param told tickets of which the log tells how they would have fared
 */
record Fairness(List<CaseFile> tickets, TicketLog log, Function<CaseFile, Duration> target, Predicate<CaseFile> told) {

    /** Whether the first answer came too late; empty: not known. */
    Optional<Boolean> before(CaseFile file) {
        return answer(file).map(FirstAnswer::breached);
    }

    /** Whether the same answer would break the other promise, where it is another; empty: not known. */
    Optional<Boolean> after(CaseFile file) {
        Duration promise = target.apply(file);
        return promise.equals(file.sla().firstResponse().target())
                ? before(file)
                : answer(file).flatMap(answer -> answer.breaks(promise));
    }

    /** What late first answers cost. */
    String penalty(BigDecimal each) {
        List<CaseFile> tell =
                tickets.stream().filter(file -> after(file).isPresent()).toList();
        return "Penalty of late first answers: " + cost(each, tell, this::before) + " -> "
                + cost(each, tell, this::after) + " (" + each.toPlainString() + " each, " + tell.size()
                + " answers that tell)";
    }

    private static String cost(BigDecimal each, List<CaseFile> tickets, Function<CaseFile, Optional<Boolean>> late) {
        long times =
                tickets.stream().filter(file -> late.apply(file).orElse(false)).count();
        return each.multiply(BigDecimal.valueOf(times)).toPlainString();
    }

    /** Tells it plan by plan, and what cannot be told. */
    void print(Consumer<String> out) {
        out.accept("Fairness by plan, before -> after (tickets that tell)");
        out.accept(String.format(
                Locale.ROOT,
                "  %-11s %-32s %-36s %-32s %s",
                "plan",
                "breached",
                "longest wait for an answer",
                "negative sentiment",
                "gap to the other plans, in points"));
        for (PlanTier plan : PlanTier.values()) {
            out.accept(String.format(
                    Locale.ROOT,
                    "  %-11s %-32s %-36s %-32s %s",
                    plan,
                    share(plan, this::before) + " -> " + share(plan, this::after),
                    longest(plan, file -> true) + " -> " + longest(plan, told),
                    share(plan, Fairness::negative) + " -> " + share(plan, this::negativeAfter),
                    gap(plan, Fairness::negative) + " -> " + gap(plan, this::negativeAfter)));
        }
        out.accept("Not told by the log: what becomes of " + count(file -> !told.test(file)) + " of " + tickets.size()
                + " tickets that go to somebody else, or that wait beside one that is treated otherwise: after, they have"
                + " no wait and no sentiment. 'breached' measures the answers that were given against the other promise;"
                + " first answers that tell nothing: "
                + count(file -> after(file).isEmpty()));
    }

    String share(PlanTier plan, Function<CaseFile, Optional<Boolean>> what) {
        Share share = Share.of(of(plan), what);
        return share.told == 0 ? "- (0)" : String.format(Locale.ROOT, "%.1f %% (%d)", share.percent(), share.told);
    }

    private String gap(PlanTier plan, Function<CaseFile, Optional<Boolean>> what) {
        Share own = Share.of(of(plan), what);
        Share others = Share.of(
                tickets.stream()
                        .filter(file -> file.account().planTier() != plan)
                        .toList(),
                what);
        return own.told == 0 || others.told == 0
                ? "-"
                : String.format(Locale.ROOT, "%+.1f", own.percent() - others.percent());
    }

    private String longest(PlanTier plan, Predicate<CaseFile> counts) {
        List<Duration> waits = of(plan).stream()
                .filter(counts)
                .flatMap(file -> answer(file).stream())
                .flatMap(answer -> answer.elapsed().stream())
                .sorted()
                .toList();
        return waits.isEmpty() ? "- (0)" : waits.get(waits.size() - 1) + " (" + waits.size() + ")";
    }

    private static Optional<Boolean> negative(CaseFile file) {
        return Optional.of(file.analysis().sentiment().label() == Sentiment.Label.NEGATIVE);
    }

    private Optional<Boolean> negativeAfter(CaseFile file) {
        return told.test(file) ? negative(file) : Optional.empty();
    }

    private Optional<FirstAnswer> answer(CaseFile file) {
        return Optional.ofNullable(log.answers().get(file.ticket().id()));
    }

    private List<CaseFile> of(PlanTier plan) {
        return tickets.stream()
                .filter(file -> file.account().planTier() == plan)
                .toList();
    }

    private long count(Predicate<CaseFile> which) {
        return tickets.stream().filter(which).count();
    }

    private record Share(long yes, long told) {

        static Share of(List<CaseFile> tickets, Function<CaseFile, Optional<Boolean>> what) {
            List<Boolean> told =
                    tickets.stream().flatMap(file -> what.apply(file).stream()).toList();
            return new Share(told.stream().filter(each -> each).count(), told.size());
        }

        double percent() {
            return 100.0 * yes / told;
        }
    }
}
