package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.decisions.sla.WatchdogPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Warnings held against what would have happened without them: a seeded load of tickets with 4 h to answer, each labelled
 * broken or kept if nobody had acted, lived through with the last responsible moment and with fixed shares.
 */
class WarningQualityTest {

    private static final int TICKETS = 400;
    private static final int TARGET = 240;
    private static final int HAND_OVER = 11;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final long seed = Long.getLong("signalbox.seed", 5L);

    /**
     * Minutes since the ticket was created.
     *
     * @param accepts when its owner accepts it, or {@link #NEVER}
     * @param replies when its owner replies if nobody takes it away
     * @param nextTypical median of the next agent's times to a first reply
     * @param nextTakes the next agent's time for this ticket
     */
    private record Labelled(long accepts, long replies, double nextTypical, long nextTakes) {

        boolean wouldBreak() {
            return replies > TARGET;
        }
    }

    private record Result(int warned, int caught, int labelled, int broken) {

        String row(String name) {
            return String.format(
                    "%-24s %9.3f %7.3f %8d", name, caught / (double) warned, caught / (double) labelled, broken);
        }
    }

    @Test
    void theLastResponsibleMomentBreaksFewerPromisesThanFixedShares() {
        System.out.println("WarningQualityTest runs with -Dsignalbox.seed=" + seed);
        List<Labelled> load = load();
        SlaPolicy moving = VirtualTicket.POLICY;
        WatchdogPolicy w = moving.watchdog();
        SlaPolicy fixed = new SlaPolicy(
                moving.targets(),
                new WatchdogPolicy(
                        w.levels(),
                        w.reassignmentsAtMost(),
                        null,
                        w.settlesFor(),
                        w.prematureClosing(),
                        w.firesNothingWhenOlderThan()),
                moving.dynamic(),
                moving.calendars());

        Result moved = run(load, moving);
        Result stayed = run(load, fixed);

        System.out.printf("%-24s %9s %7s %8s%n", TICKETS + " tickets", "precision", "recall", "breached");
        System.out.println(moved.row("last responsible moment"));
        System.out.println(stayed.row("fixed shares"));
        assertThat(moved.broken()).isLessThan(stayed.broken());
        assertThat(moved.caught()).isGreaterThanOrEqualTo(stayed.caught());
    }

    private List<Labelled> load() {
        Random random = new Random(seed);
        List<Labelled> load = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            boolean worked = random.nextInt(100) < 70;
            long accepts = worked ? 5 + random.nextInt(60) : NEVER;
            long replies = worked ? accepts + reply(random, 60) : NEVER;
            double typical = 15 + random.nextInt(50);
            load.add(new Labelled(accepts, replies, typical, reply(random, typical)));
        }
        return load;
    }

    private Result run(List<Labelled> load, SlaPolicy policy) {
        int warned = 0;
        int caught = 0;
        int broken = 0;
        for (Labelled ticket : load) {
            VirtualTicket lived = live(ticket, policy);
            boolean warning = lived.asked().stream().anyMatch(WarningQualityTest::warns);
            warned += warning ? 1 : 0;
            caught += warning && ticket.wouldBreak() ? 1 : 0;
            broken += lived.counted().stream().anyMatch(count -> count.contains("BREACHED")) ? 1 : 0;
        }
        int labelled = (int) load.stream().filter(Labelled::wouldBreak).count();
        return new Result(warned, caught, labelled, broken);
    }

    /** The owner works as labelled until the ticket is reassigned; then the next agent does. */
    private VirtualTicket live(Labelled label, SlaPolicy policy) {
        VirtualTicket ticket = VirtualTicket.scored(policy)
                .next("tom", Duration.ofMinutes(Math.round(label.nextTypical() * usualSpread())))
                .routed(RouteDecision.ASSIGNED, RouteCause.NEW, "lena", false);
        long accepts = label.accepts();
        long replies = label.replies();
        boolean handedOver = false;
        for (long minute = 1; minute <= 2L * TARGET; minute++) {
            ticket.after(Duration.ofMinutes(minute));
            if (minute == replies) {
                return ticket.happened(ActivityKind.AGENT_REPLIED, ticket.now());
            }
            if (minute == accepts) {
                ticket.accepted(handedOver ? "tom" : "lena", Presence.ONLINE);
            }
            if (!handedOver && ticket.asked().stream().anyMatch(action -> action.action() == SlaActionKind.REASSIGN)) {
                handedOver = true;
                ticket.routed(RouteDecision.ASSIGNED, RouteCause.REASSIGNED_SLA, "tom", false);
                accepts = minute + HAND_OVER;
                replies = accepts + label.nextTakes();
            }
        }
        return ticket;
    }

    private static boolean warns(SlaAction action) {
        return action.predicted() && action.action() != SlaActionKind.REOFFER;
    }

    private static long reply(Random random, double typical) {
        return Math.max(1, Math.round(typical * Math.exp(random.nextGaussian() * 0.5)));
    }

    /** P90 of {@link #reply} over its median. */
    private static double usualSpread() {
        return Math.exp(1.2816 * 0.5);
    }
}
