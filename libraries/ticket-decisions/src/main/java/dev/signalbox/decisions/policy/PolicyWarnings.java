package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.escalation.OnCallSchedule;
import dev.signalbox.decisions.escalation.TriggerRule;
import dev.signalbox.decisions.policy.ReviewCalendar.Review;
import dev.signalbox.decisions.policy.ReviewCalendar.Subject;
import dev.signalbox.decisions.routing.Lane;
import dev.signalbox.decisions.routing.MatrixRow;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.decisions.routing.Step;
import dev.signalbox.decisions.sla.TargetTable.Targets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a policy may say although few would mean it: scopes of the layers (S27), promises, names, overdue reviews (S77). */
final class PolicyWarnings {

    private static final Set<Band> URGENT = Set.of(Band.CRITICAL, Band.HIGH);
    private static final Duration LOOK_AHEAD = Duration.ofDays(14);
    private static final Set<Band> COMMON = Set.of(Band.LOW, Band.SELF_SERVICE);

    private final Policy policy;
    private final SourceLines lines;
    private final JsonNode written;
    private final List<Finding> found = new ArrayList<>();

    PolicyWarnings(Policy policy, SourceLines lines, JsonNode written) {
        this.policy = policy;
        this.lines = lines;
        this.written = written;
    }

    /** Every warning in the order of the document. */
    List<Finding> all(LocalDate today) {
        scopes();
        unused();
        promises("sla.targets.firstResponse", policy.sla().targets().firstResponse());
        promises("sla.targets.resolution", policy.sla().targets().resolution());
        onCall(today);
        reviews(today);
        found.sort(Comparator.comparingInt(Finding::line));
        return List.copyOf(found);
    }

    private void scopes() {
        List<MatrixRow> rows = policy.routing().matrix().rows();
        for (int i = 0; i < rows.size(); i++) {
            Lane lane = policy.routing().lanes().get(rows.get(i).lane());
            if (lane != null) {
                scope("routing.matrix[" + i + "]", rows.get(i), lane);
            }
        }
        policy.routing().lanes().forEach((name, lane) -> experts("routing.lanes." + name, lane));
    }

    private void scope(String path, MatrixRow row, Lane lane) {
        Set<SupportTier> first = lane.steps().stream()
                .filter(step -> !step.pod())
                .findFirst()
                .map(Step::tiers)
                .orElse(Set.of());
        if (URGENT.containsAll(row.bands()) && first.contains(SupportTier.T1)) {
            warn(
                    path,
                    "the lane '" + row.lane() + "' asks T1 first for " + row.bands()
                            + "; T1 is for common questions and basic configuration: name T2 in its first step");
        }
        if (COMMON.containsAll(row.bands()) && !first.contains(SupportTier.T1)) {
            warn(
                    path,
                    "the lane '" + row.lane() + "' does not ask T1 first for " + row.bands()
                            + "; T2 is for custom configuration and edge cases: name T1 in its first step");
        }
    }

    private void experts(String path, Lane lane) {
        boolean othersBefore = false;
        for (int i = 0; i < lane.steps().size(); i++) {
            Step step = lane.steps().get(i);
            boolean others =
                    step.tiers().contains(SupportTier.T1) || step.tiers().contains(SupportTier.T2);
            if (!othersBefore && !others) {
                warn(
                        path + ".steps[" + i + "]",
                        "T3 is asked before T1 and T2; T3 is for bugs, product failures and code"
                                + " changes: put a step with T2 before it");
                return;
            }
            othersBefore = othersBefore || others;
        }
    }

    private void unused() {
        RoutingPolicy routing = policy.routing();
        Set<String> lanes =
                routing.matrix().rows().stream().map(MatrixRow::lane).collect(Collectors.toCollection(HashSet::new));
        lanes.add(routing.precedence().hardRule());
        lanes.add(routing.precedence().totalOutage());
        lanes.add(routing.precedence().riskWord());
        lanes.add(routing.review().lane());
        lanes.add(routing.selfService().lane());
        routing.lanes().keySet().stream()
                .filter(name -> !lanes.contains(name))
                .forEach(name ->
                        warn("routing.lanes." + name, "no row and no rule names this lane: remove it or name it"));
        Set<String> chains = policy.escalation().triggers().values().stream()
                .map(TriggerRule::chain)
                .collect(Collectors.toSet());
        policy.escalation().chains().keySet().stream()
                .filter(name -> !chains.contains(name))
                .forEach(name ->
                        warn("escalation.chains." + name, "no trigger starts this chain: remove it or name it"));
    }

    /** What an engineer would otherwise learn from an alarm that nobody heard (I23). */
    private void onCall(LocalDate today) {
        Instant from = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        policy.escalation().onCall().forEach((name, schedule) -> {
            List<OnCallSchedule.Gap> gaps = schedule.gaps(from, from.plus(LOOK_AHEAD));
            if (!gaps.isEmpty()) {
                OnCallSchedule.Gap first = gaps.get(0);
                warn(
                        "escalation.onCall." + name,
                        "nobody is on call from " + first.from() + " to " + first.to()
                                + (gaps.size() == 1 ? "" : " and " + (gaps.size() - 1) + " times more")
                                + " within " + LOOK_AHEAD.toDays()
                                + " days: add shifts, or publish the policy again with newer files");
            }
        });
    }

    private void promises(String path, Targets targets) {
        Duration before = Duration.ZERO;
        for (Map.Entry<Band, WorkTime> band : targets.band().rows().entrySet()) {
            Duration atMost = atMost(band.getValue());
            if (atMost.compareTo(before) < 0) {
                warn(
                        path + ".band." + band.getKey(),
                        "is promised sooner than the graver band before it, which has " + before
                                + ": usual is a duration not below that");
            }
            before = atMost;
        }
    }

    /** No business day has more working time than a day has hours. */
    private static Duration atMost(WorkTime promise) {
        return promise.days() > 0 ? Duration.ofDays(promise.days()) : promise.time();
    }

    private void reviews(LocalDate today) {
        if (policy.reviews() == null) {
            warn(
                    "",
                    "reviews are not planned: add the section reviews with a date of the last one and how often"
                            + " (docs/policy.md)");
            return;
        }
        for (Subject subject : Subject.values()) {
            Review review = ReviewCalendar.of(policy.reviews(), subject);
            if (review != null && review.overdue(today)) {
                warn(
                        "reviews",
                        "the review of " + subject + " was due on " + review.dueOn()
                                + ": make it, and write its date as 'last'");
            }
        }
    }

    private void warn(String path, String fault) {
        JsonNode value = FieldPath.at(written, path);
        found.add(new Finding(
                Finding.Weight.WARNING,
                lines.of(path),
                path,
                fault,
                value.isValueNode() ? Flow.of(value) : null,
                null));
    }
}
