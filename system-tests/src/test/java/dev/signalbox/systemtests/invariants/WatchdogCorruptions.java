package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Said;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Faults of a watchdog that acts twice, or not at all. */
final class WatchdogCorruptions {

    private static final String TWICE = "a level with two effects";
    private static final String MISSED = "levels missed";
    private static final String EARLY = "levels before they were due";

    private WatchdogCorruptions() {}

    static List<Corruption> all() {
        return List.of(
                new Corruption("an action is asked for twice", TWICE, (draft, random) -> {
                    Said<SlaAction> action = anyAction(draft, random);
                    draft.append(action, false, action.content());
                }),
                new Corruption("a level is decided again later", TWICE, (draft, random) -> {
                    Said<SlaAction> action = anyAction(draft, random);
                    SlaAction first = action.content();
                    draft.append(
                            action,
                            false,
                            of(first, SlaActionKind.REOFFER, first.at().plusSeconds(3)));
                }),
                new Corruption("a breach is told twice", TWICE, (draft, random) -> {
                    Said<ClockChange> breach = anyChange(draft, random, change -> change.kind() == ClockEvent.BREACHED);
                    draft.append(breach, false, breach.content());
                }),
                new Corruption("a level leads to nothing", MISSED, (draft, random) -> {
                    SlaAction lost = anyAction(draft, random).content();
                    draft.removeIf(
                            Topic.SLA_ACTIONS,
                            said -> LevelKey.of((SlaAction) said.content()).equals(LevelKey.of(lost)));
                    draft.removeIf(Topic.SLA_CLOCKS, said -> isOf((ClockChange) said.content(), LevelKey.of(lost)));
                }),
                new Corruption("a level is neither fired nor decided", MISSED, (draft, random) -> {
                    LevelKey lost = LevelKey.of(anyAction(draft, random).content());
                    draft.removeIf(
                            Topic.SLA_TIMERS,
                            said -> LevelKey.of((SlaTimer) said.content()).equals(lost));
                    draft.removeIf(
                            Topic.SLA_ACTIONS,
                            said -> LevelKey.of((SlaAction) said.content()).equals(lost));
                    draft.removeIf(Topic.SLA_CLOCKS, said -> isOf((ClockChange) said.content(), lost));
                }),
                new Corruption("a suppression is not recorded", MISSED, (draft, random) -> {
                    LevelKey lost =
                            LevelKey.of(anyChange(draft, random, change -> change.kind() == ClockEvent.SUPPRESSED)
                                    .content());
                    draft.removeIf(Topic.SLA_CLOCKS, said -> isOf((ClockChange) said.content(), lost));
                }),
                new Corruption("a ticket gets no clock", MISSED, (draft, random) -> {
                    String ticket = Corruptions.anyKey(draft, Topic.SLA_CLOCKS, random);
                    draft.removeIf(Topic.SLA_CLOCKS, said -> said.key().equals(ticket));
                }),
                new Corruption("a watchdog stops in the middle", MISSED, (draft, random) -> {
                    SlaTimer first = draft.any(Topic.SLA_TIMERS, SlaTimer.class, random, said -> true)
                            .content();
                    draft.removeIf(
                            Topic.SLA_TIMERS,
                            said -> !((SlaTimer) said.content()).at().isBefore(first.at()));
                    draft.removeIf(
                            Topic.SLA_ACTIONS,
                            said -> !((SlaAction) said.content()).at().isBefore(first.at()));
                    draft.removeIf(
                            Topic.SLA_CLOCKS,
                            said -> ((ClockChange) said.content()).level() != null
                                    && !((ClockChange) said.content()).at().isBefore(first.at()));
                }),
                new Corruption("a timer fires before its time", EARLY, (draft, random) -> {
                    Said<SlaTimer> timer = draft.any(Topic.SLA_TIMERS, SlaTimer.class, random, said -> true);
                    draft.replaceAll(timer, said -> Draft.with(said, firedEarly(said.content())));
                }),
                new Corruption("nobody hears the watchdog", "escalations asked for but not opened", (draft, random) -> {
                    String ticket = draft.any(
                                    Topic.ESCALATIONS, Object.class, random, said -> !solved(draft, said.key()))
                            .key();
                    draft.removeIf(Topic.ESCALATIONS, said -> said.key().equals(ticket));
                }),
                new Corruption(
                        "a solved ticket's clock goes on", "accepted activity without its effect", (draft, random) -> {
                            Said<ClockChange> end = anyChange(
                                    draft,
                                    random,
                                    change -> change.kind() == ClockEvent.FULFILLED
                                            && change.cycle() == 1
                                            && !reopens(draft, change));
                            draft.replaceAll(end, said -> Draft.with(said, of(said.content(), ClockEvent.WARNED)));
                        }));
    }

    private static boolean solved(Draft draft, String ticketId) {
        return draft.accepted.stream()
                .anyMatch(
                        accepted -> ticketId.equals(accepted.ticketId()) && accepted.activity() == ActivityKind.SOLVED);
    }

    private static boolean reopens(Draft draft, ClockChange change) {
        return draft.history().of(Topic.SLA_CLOCKS, ClockChange.class).stream()
                .anyMatch(said ->
                        said.key().equals(change.ticketId()) && said.content().cycle() > 1);
    }

    private static Said<SlaAction> anyAction(Draft draft, Random random) {
        return draft.any(Topic.SLA_ACTIONS, SlaAction.class, random, said -> true);
    }

    private static Said<ClockChange> anyChange(
            Draft draft, Random random, java.util.function.Predicate<ClockChange> fits) {
        return draft.any(Topic.SLA_CLOCKS, ClockChange.class, random, said -> fits.test(said.content()));
    }

    private static SlaTimer firedEarly(SlaTimer like) {
        return new SlaTimer(
                like.ticketId(),
                like.sequence(),
                like.at(),
                like.clock(),
                like.cycle(),
                like.level(),
                like.dueAt(),
                like.dueAt().minusMillis(1),
                like.lateBy(),
                like.clockRevision(),
                like.assignmentEpoch(),
                like.timing(),
                like.startedBy());
    }

    private static boolean isOf(ClockChange change, LevelKey key) {
        return change.level() != null && LevelKey.of(change).equals(key);
    }

    private static SlaAction of(SlaAction like, SlaActionKind kind, Instant at) {
        return new SlaAction(
                like.ticketId(),
                like.sequence() + 1,
                at,
                kind,
                like.clock(),
                like.cycle(),
                like.level(),
                like.assignmentEpoch(),
                like.reason(),
                like.predicted(),
                like.timing(),
                like.handOver(),
                like.startedBy());
    }

    private static ClockChange of(ClockChange like, ClockEvent kind) {
        return new ClockChange(
                like.ticketId(),
                like.sequence(),
                like.at(),
                like.decidedAt(),
                like.clock(),
                like.cycle(),
                kind,
                like.cause(),
                like.oldDueAt(),
                like.newDueAt(),
                like.elapsed(),
                like.remaining(),
                like.skippedDays(),
                like.clockRevision(),
                like.calendar(),
                like.tightenedBy(),
                like.level(),
                like.policyVersion(),
                like.startedBy(),
                like.by(),
                like.note());
    }
}
