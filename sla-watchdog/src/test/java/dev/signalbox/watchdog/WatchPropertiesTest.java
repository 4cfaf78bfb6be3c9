package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.DueLevel;
import dev.signalbox.testsupport.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every life of a ticket, with downtimes, repetitions and timers that are decided late. */
class WatchPropertiesTest {

    private static final Set<ClockEvent> SAID_AFTER_THE_END =
            Set.of(ClockEvent.SUPPRESSED, ClockEvent.BREACHED, ClockEvent.FULFILLED, ClockEvent.CANCELLED);
    private static final int LIVES = Integer.getInteger("signalbox.rounds", 400);

    private static final Set<String> COMES_AGAIN = Set.of("STALE_REVISION", "PAUSED");

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final Random random = new Random(seed);

    WatchPropertiesTest() {
        System.out.println("WatchPropertiesTest runs with -Dsignalbox.seed=" + seed);
    }

    @Test
    void everyLevelTakesEffectAtMostOnce() {
        for (int life = 0; life < LIVES; life++) {
            VirtualTicket ticket = live();
            Set<String> acted = new HashSet<>();
            for (SlaAction action : ticket.asked()) {
                assertThat(acted.add(action.clock() + "/" + action.cycle() + "/" + action.startedBy() + "/"
                                + action.level()))
                        .isTrue();
            }
            Set<String> breached = new HashSet<>();
            ticket.changes().stream()
                    .filter(change -> change.kind() == ClockEvent.BREACHED)
                    .forEach(change -> assertThat(
                                    breached.add(change.clock() + "/" + change.cycle() + "/" + change.startedBy()))
                            .isTrue());
        }
    }

    @Test
    void everyLevelThatFellDueIsDecidedOrItsSuppressionIsRecorded() {
        for (int life = 0; life < LIVES; life++) {
            VirtualTicket ticket = live();
            Set<String> decided = new HashSet<>();
            ticket.asked().forEach(a -> decided.add(a.clock() + "/" + a.cycle() + "/" + a.level()));
            ticket.changes().stream()
                    .filter(change -> change.level() != null && !COMES_AGAIN.contains(change.cause()))
                    .forEach(change -> decided.add(change.clock() + "/" + change.cycle() + "/" + change.level()));
            for (Clock clock : ticket.clocks()) {
                // a late message gives a clock another cycle: what was decided for it went along
                ticket.ledger(clock.kind(), clock.cycle()).levels().stream()
                        .filter(level -> !level.at().isBefore(clock.startedAt()))
                        .forEach(level -> decided.add(clock.kind() + "/" + clock.cycle() + "/" + level.level()));
                Instant until = clock.until(ticket.now());
                DueLevel.overdue(clock, VirtualTicket.POLICY.watchdog(), 0, null, until)
                        .forEach(due -> assertThat(decided)
                                .as(() -> clock + " after " + ticket.changes())
                                .contains(clock.kind() + "/" + clock.cycle() + "/"
                                        + due.level().percent()));
            }
        }
    }

    @Test
    void everyLevelThatFiredHasAnOutcomeOnRecord() {
        for (int life = 0; life < LIVES; life++) {
            VirtualTicket ticket = live();
            Set<String> onRecord = new HashSet<>();
            ticket.asked().forEach(a -> onRecord.add(a.clock() + "/" + a.startedBy() + "/" + a.level()));
            ticket.changes().forEach(c -> onRecord.add(c.clock() + "/" + c.startedBy() + "/" + c.level()));
            ticket.asked().forEach(a -> onRecord.add(a.clock() + "/" + a.cycle() + "/" + a.level()));
            ticket.changes().forEach(c -> onRecord.add(c.clock() + "/" + c.cycle() + "/" + c.level()));
            for (SlaTimer fired : ticket.fired()) {
                assertThat(onRecord)
                        .as(() -> fired + " after " + ticket.changes())
                        .containsAnyOf(
                                fired.clock() + "/" + fired.startedBy() + "/" + fired.level(),
                                fired.clock() + "/" + fired.cycle() + "/" + fired.level());
            }
        }
    }

    @Test
    void sequencesHaveNoGapAndRevisionsRise() {
        for (int life = 0; life < LIVES; life++) {
            VirtualTicket ticket = live();
            assertThat(ticket.changes().stream().map(ClockChange::sequence))
                    .containsExactlyElementsOf(upTo(ticket.changes().size()));
            assertThat(ticket.asked().stream().map(SlaAction::sequence))
                    .containsExactlyElementsOf(upTo(ticket.asked().size()));
        }
    }

    @Test
    void aTicketIsNotReassignedAThirdTime() {
        for (int life = 0; life < LIVES; life++) {
            assertThat(live().actions().stream().filter(action -> action.contains("REASSIGN ")))
                    .hasSizeLessThanOrEqualTo(VirtualTicket.POLICY.watchdog().reassignmentsAtMost());
        }
    }

    /** A fact that comes late may correct how or when it ended. */
    @Test
    void nothingIsSaidAboutAClockAfterItsEndButSuppressionsAndAnotherEnd() {
        for (int life = 0; life < LIVES; life++) {
            VirtualTicket ticket = live();
            Set<String> ended = new HashSet<>();
            for (ClockChange change : ticket.changes()) {
                String clock = change.clock() + "/" + change.cycle() + "/" + change.startedBy();
                if (ended.contains(clock)) {
                    assertThat(SAID_AFTER_THE_END.contains(change.kind()))
                            .as(change + " after " + ticket.changes())
                            .isTrue();
                }
                if (change.kind() == ClockEvent.FULFILLED || change.kind() == ClockEvent.CANCELLED) {
                    ended.add(clock);
                }
            }
        }
    }

    private VirtualTicket live() {
        VirtualTicket ticket = VirtualTicket.scored();
        List<SlaTimer> undecided = new ArrayList<>();
        List<SlaTimer> decided = new ArrayList<>();
        Duration passed = Duration.ZERO;
        long version = 1;
        for (int step = 0; step < 12; step++) {
            passed = passed.plusMinutes(random.nextInt(600));
            undecided.forEach(ticket::decide);
            decided.addAll(undecided);
            undecided.clear();
            boolean down = random.nextInt(3) == 0;
            ticket = down ? ticket.downUntil(passed) : ticket.after(passed);
            if (down
                    && !ticket.pending().isEmpty()
                    && !ticket.pending().get(0).dueAt().isAfter(ticket.now())) {
                undecided.add(ticket.fireNext());
            }
            if (!decided.isEmpty() && random.nextBoolean()) {
                ticket.decide(decided.get(random.nextInt(decided.size())));
            }
            version = happens(ticket, version);
        }
        undecided.forEach(ticket::decide);
        return ticket.after(passed.plusDays(9));
    }

    private long happens(VirtualTicket ticket, long version) {
        switch (random.nextInt(11)) {
            case 0 -> ticket.answered();
            case 1 -> ticket.solved();
            case 2 -> ticket.reopened();
            case 3 -> ticket.accepted("lena", Presence.values()[random.nextInt(3)]);
            case 4 -> ticket.routed(RouteDecision.ASSIGNED, RouteCause.CHANGED, "tom", false);
            case 5 -> {
                ticket.rescored(VirtualTicket.version(version + 1)
                        .of(Examples.anAnalysis()
                                .severity(Severity.values()[random.nextInt(4)])
                                .build())
                        .of(Examples.anAccount()
                                .health(random.nextInt(101))
                                .build()
                                .asAccount(1))
                        .targets(
                                Duration.ofMinutes(15L << random.nextInt(6)),
                                Duration.ofHours(2L << random.nextInt(5))));
                return version + 1;
            }
            case 6 ->
                ticket.happened(
                        random.nextBoolean() ? ActivityKind.AGENT_REPLIED : ActivityKind.CUSTOMER_REPLIED,
                        ticket.now().minusSeconds(random.nextInt(7200)));
            case 7 -> ticket.wrote(null, ticket.now());
            case 8 -> ticket.waits();
            case 9 -> ticket.goesOn();
            default -> {
                // nothing happens
            }
        }
        return version;
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
