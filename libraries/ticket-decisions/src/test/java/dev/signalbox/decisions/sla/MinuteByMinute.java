package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.TicketStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Clocks as somebody with a stop watch would keep them: lives through every minute, does what is to be done in it, and
 * counts the minute on every clock that runs. Knows no calendar and no deadline, only what is used and what is left.
 * Shares nothing with the fold but the facts.
 */
final class MinuteByMinute {

    /** A clock with its counters. */
    static final class StopWatch {
        final ClockKind kind;
        final int cycle;
        final String startedBy;
        String state = "RUNNING";
        long usedNanos;
        long leftNanos;

        StopWatch(ClockKind kind, int cycle, String startedBy, long leftNanos) {
            this.kind = kind;
            this.cycle = cycle;
            this.startedBy = startedBy;
            this.leftNanos = leftNanos;
        }

        boolean owed() {
            return state.equals("RUNNING") || state.equals("PAUSED");
        }

        void noMoreThan(long nanos) {
            leftNanos = Math.min(leftNanos, nanos - Math.floorMod(nanos, 1000));
        }
    }

    private record Happening(Instant at, int rank, String tie, Runnable effect) {}

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long NOTICE = Duration.ofMinutes(15).toNanos();

    final List<StopWatch> all = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Set<String> escalations = new HashSet<>();
    private Terms terms;
    private String status = "OPEN";
    private boolean answered;
    private String waiting;
    private int peak;

    MinuteByMinute(ClockFacts facts) {
        terms = facts.versions().get(0).terms();
        peak = terms.health();
        Terms first = terms;
        if (!status(first.status()).equals("OPEN") || first.updatedAt().isAfter(first.createdAt())) {
            becomes(first.updatedAt(), status(first.status()), "v0");
        }
        Terms before = first;
        for (ScoredFact version : facts.versions().subList(1, facts.versions().size())) {
            Terms next = version.terms();
            add(version.asOf(), 0, String.format("%020d", version.version()), () -> scored(next));
            if (next.status() != before.status() && next.updatedAt().isAfter(before.updatedAt())) {
                becomes(next.updatedAt(), status(next.status()), "v" + version.version());
            }
            before = next;
        }
        for (ActivityFact fact : facts.activities()) {
            if (fact.answers()) {
                add(fact.at(), 1, fact.activityId(), () -> answer(fact.activityId()));
            }
            if (fact.standing() != null) {
                becomes(fact.at(), fact.standing().name(), fact.activityId());
            }
            if (fact.message() != null) {
                add(fact.at(), 6, fact.activityId(), () -> message(fact.message(), fact.standing() == null));
            }
        }
        for (EscalationFact fact : facts.escalations()) {
            add(fact.at(), 7, fact.escalationId() + fact.trigger(), () -> escalate(fact));
        }
        for (EscalationEnd end : facts.escalationEnds()) {
            add(end.at(), 8, end.escalationId(), () -> {
                if (escalations.remove(end.escalationId()) && escalations.isEmpty()) {
                    finish(ClockKind.UPDATE, "CANCELLED");
                }
            });
        }
        for (LooseningFact fact : facts.loosenings()) {
            add(fact.at(), 9, fact.id(), () -> loosen(fact));
        }
        happenings.sort(Comparator.comparing(Happening::at)
                .thenComparing(Happening::rank)
                .thenComparing(Happening::tie));
    }

    /** Lives from the creation of the ticket up to that moment. */
    MinuteByMinute live(Instant until) {
        begin(ClockKind.FIRST_RESPONSE, null);
        begin(ClockKind.RESOLUTION, null);
        int next = 0;
        for (Instant minute = terms.createdAt(); !minute.isAfter(until); minute = minute.plusSeconds(60)) {
            while (next < happenings.size() && !happenings.get(next).at().isAfter(minute)) {
                happenings.get(next++).effect().run();
            }
            if (minute.isBefore(until)) {
                all.stream().filter(watch -> watch.state.equals("RUNNING")).forEach(watch -> {
                    watch.usedNanos += MINUTE;
                    watch.leftNanos -= MINUTE;
                });
            }
        }
        return this;
    }

    private void add(Instant at, int rank, String tie, Runnable effect) {
        happenings.add(new Happening(at, rank, tie, effect));
    }

    private void becomes(Instant at, String next, String tie) {
        add(at, 2 + List.of("MERGED", "DONE", "WAITING", "OPEN").indexOf(next), tie, () -> status(next));
    }

    private static String status(TicketStatus status) {
        return switch (status) {
            case SOLVED, CLOSED -> "DONE";
            case PENDING -> "WAITING";
            default -> "OPEN";
        };
    }

    private void status(String next) {
        String before = status;
        if (before.equals("MERGED") || before.equals(next)) {
            return;
        }
        status = next;
        if (next.equals("MERGED")) {
            all.stream().filter(StopWatch::owed).forEach(watch -> watch.state = "CANCELLED");
        } else if (next.equals("DONE")) {
            finish(ClockKind.RESOLUTION, "FULFILLED");
            all.stream().filter(StopWatch::owed).forEach(watch -> watch.state = "CANCELLED");
        } else if (before.equals("DONE")) {
            if (!answered) {
                begin(ClockKind.FIRST_RESPONSE, null);
            } else if (waiting != null) {
                begin(ClockKind.NEXT_RESPONSE, waiting);
            }
            begin(ClockKind.RESOLUTION, null);
            if (!escalations.isEmpty()) {
                begin(ClockKind.UPDATE, null);
            }
        }
        all.stream()
                .filter(watch -> watch.owed() && stops(watch.kind))
                .forEach(watch -> watch.state = pace(watch.kind));
    }

    private static boolean stops(ClockKind kind) {
        return kind == ClockKind.NEXT_RESPONSE || kind == ClockKind.RESOLUTION;
    }

    private String pace(ClockKind kind) {
        return status.equals("WAITING") && stops(kind) ? "PAUSED" : "RUNNING";
    }

    private void answer(String activityId) {
        boolean updates = running(ClockKind.UPDATE) != null;
        finish(ClockKind.FIRST_RESPONSE, "FULFILLED");
        finish(ClockKind.NEXT_RESPONSE, "FULFILLED");
        finish(ClockKind.UPDATE, "FULFILLED");
        answered = true;
        waiting = null;
        if (updates) {
            begin(ClockKind.UPDATE, activityId);
        }
    }

    private void message(String message, boolean endsWaiting) {
        if (endsWaiting && status.equals("WAITING")) {
            status("OPEN");
        }
        waiting = waiting == null ? message : waiting;
        if (answered
                && (status.equals("OPEN") || status.equals("WAITING"))
                && running(ClockKind.NEXT_RESPONSE) == null) {
            begin(ClockKind.NEXT_RESPONSE, message);
        }
    }

    private void escalate(EscalationFact fact) {
        for (StopWatch watch : all) {
            boolean own = fact.trigger() == dev.signalbox.contracts.EscalationTrigger.SLA_BREACH
                    && (fact.clock() == null || fact.clock() == watch.kind);
            if (watch.owed() && watch.kind != ClockKind.UPDATE && !own) {
                shorten(watch, "0.5");
            }
        }
        escalations.add(fact.escalationId());
        if ((status.equals("OPEN") || status.equals("WAITING")) && running(ClockKind.UPDATE) == null) {
            begin(ClockKind.UPDATE, fact.escalationId());
        }
    }

    private void loosen(LooseningFact fact) {
        StopWatch watch = running(fact.clock());
        long asked = Duration.between(fact.at(), fact.dueAt()).toNanos();
        if (watch != null && watch.state.equals("RUNNING") && watch.leftNanos >= 0) {
            watch.leftNanos = Math.max(watch.leftNanos, asked);
        }
    }

    private void scored(Terms next) {
        Terms before = terms;
        terms = next;
        for (StopWatch watch : all) {
            boolean severer = next.severity().ordinal() < before.severity().ordinal();
            long target = target(next, watch.kind);
            if (watch.owed() && (severer || target < target(before, watch.kind))) {
                watch.noMoreThan(Math.max(target - watch.usedNanos, Math.min(target, NOTICE)));
            }
        }
        boolean measured = before.healthKnown() && next.healthKnown();
        if (measured && (peak - next.health() >= 20 || (peak >= 40 && next.health() < 40))) {
            all.stream().filter(StopWatch::owed).forEach(watch -> shorten(watch, "0.75"));
            peak = next.health();
        } else {
            peak = before.healthKnown() ? Math.max(peak, next.health()) : next.health();
        }
        boolean angry = next.sentiment().ordinal() <= Sentiment.Label.NEGATIVE.ordinal()
                && before.sentiment().ordinal() > Sentiment.Label.NEGATIVE.ordinal();
        if (angry || (next.sentimentTurned() && !before.sentimentTurned())) {
            all.stream().filter(StopWatch::owed).forEach(watch -> shorten(watch, "0.75"));
        }
    }

    private static void shorten(StopWatch watch, String factor) {
        long scaled = BigDecimal.valueOf(watch.leftNanos)
                .multiply(new BigDecimal(factor))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        watch.noMoreThan(Math.max(scaled, NOTICE));
    }

    private static long target(Terms terms, ClockKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> terms.firstResponse().working().time().toNanos();
            case NEXT_RESPONSE -> terms.nextResponse().working().time().toNanos();
            case RESOLUTION -> terms.resolution().working().time().toNanos();
            case UPDATE ->
                Duration.ofHours(terms.severity().ordinal() == 0 ? 1 : 24).toNanos();
        };
    }

    private StopWatch running(ClockKind kind) {
        return all.stream()
                .filter(watch -> watch.kind == kind && watch.owed())
                .findFirst()
                .orElse(null);
    }

    private void begin(ClockKind kind, String startedBy) {
        int cycle = 1 + (int) all.stream().filter(watch -> watch.kind == kind).count();
        StopWatch watch = new StopWatch(kind, cycle, startedBy, target(terms, kind));
        watch.state = pace(kind);
        all.add(watch);
    }

    private void finish(ClockKind kind, String how) {
        StopWatch watch = running(kind);
        if (watch != null) {
            watch.state = how;
        }
    }
}
