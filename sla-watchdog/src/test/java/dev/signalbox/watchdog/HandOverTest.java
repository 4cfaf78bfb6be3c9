package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.LevelTiming;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.decisions.sla.FirstReply;
import dev.signalbox.decisions.sla.LastMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ticket that may have to change hands: when, to whom, and how often (N5); 4 h to answer. */
class HandOverTest {

    private static final LastMoment POLICY = VirtualTicket.POLICY.watchdog().lastMoment();

    @Test
    void aTicketWhoseNextAgentIsSlowIsReassignedEarlier() {
        VirtualTicket ticket = VirtualTicket.scored()
                .next("tom", Duration.ofMinutes(80))
                .routed(RouteDecision.ASSIGNED, RouteCause.NEW, "lena", false)
                .after(Duration.ofHours(3));

        SlaAction reassigned = ticket.asked().get(1);
        assertThat(ticket.actions())
                .containsExactly(
                        "FIRST_RESPONSE 1 50 REOFFER NOT_ACCEPTED predicted",
                        "FIRST_RESPONSE 1 75 REASSIGN NOT_ACCEPTED predicted");
        assertThat(reassigned.timing()).isEqualTo(LevelTiming.LAST_RESPONSIBLE_MOMENT);
        assertThat(reassigned.at())
                .isEqualTo(VirtualTicket.START.plus(Duration.ofHours(4)).minus(reassigned.handOver()));
        assertThat(reassigned.handOver()).isBetween(Duration.ofMinutes(90), Duration.ofMinutes(92));
    }

    @Test
    void aTicketThatNobodyElseCouldAnswerInTimeKeepsItsShareAndSaysSo() {
        VirtualTicket ticket = VirtualTicket.scored()
                .next("tom", Duration.ofHours(3))
                .routed(RouteDecision.ASSIGNED, RouteCause.NEW, "lena", false)
                .after(Duration.ofHours(3));

        SlaAction reassigned = ticket.asked().get(1);
        assertThat(reassigned.at()).isEqualTo(VirtualTicket.START.plus(Duration.ofHours(3)));
        assertThat(reassigned.timing()).isEqualTo(LevelTiming.NO_TIME_TO_HAND_OVER);
    }

    @Test
    void whoGotATicketFromSomebodyElseAMinuteAgoKeepsIt() {
        VirtualTicket ticket = VirtualTicket.scored()
                .routed(RouteDecision.ASSIGNED, RouteCause.NEW, "lena", false)
                .after(Duration.ofMinutes(179))
                .accepted("tom", Presence.ONLINE)
                .after(Duration.ofMinutes(181));

        assertThat(ticket.actions()).last().isEqualTo("FIRST_RESPONSE 1 75 WARN JUST_HANDED_OVER predicted");
    }

    @Test
    void aTicketTeachesOnceHowLongItsFirstReplyTook() {
        VirtualTicket ticket = VirtualTicket.scored()
                .accepted("lena", Presence.ONLINE)
                .after(Duration.ofMinutes(40))
                .answered()
                .after(Duration.ofMinutes(50))
                .answered()
                .accepted("lena", Presence.ONLINE);

        assertThat(ticket.learned()).containsExactly(new FirstReply("lena", Duration.ofMinutes(40)));
    }

    @Test
    void aReplyThatOvertakesItsAssignmentTeachesTheSame() {
        Instant replied = VirtualTicket.START.plus(Duration.ofMinutes(40));
        VirtualTicket ticket = VirtualTicket.scored()
                .happened(ActivityKind.AGENT_REPLIED, replied)
                .accepted("lena", Presence.ONLINE);

        assertThat(ticket.learned()).containsExactly(new FirstReply("lena", Duration.ofMinutes(40)));
    }

    @Test
    void anAgentOfWhomLittleIsKnownIsTakenForUsual() {
        ReplySketch own = ReplySketch.empty();
        own.add(Duration.ofHours(9));
        ReplySketch all = ReplySketch.empty();
        for (int minutes = 1; minutes <= 100; minutes++) {
            all.add(Duration.ofMinutes(minutes));
        }
        UsualReply usual = new UsualReply(Map.of("tom", own, UsualReply.ALL, all));

        assertThat(usual.of("tom", POLICY)).isBetween(Duration.ofMinutes(88), Duration.ofMinutes(92));
        assertThat(usual.of(null, POLICY)).isEqualTo(usual.of("tom", POLICY));
        assertThat(new UsualReply(Map.of()).of("tom", POLICY)).isZero();
    }

    @Test
    void aSketchIsTheSameInEveryOrderAndAfterBeingKept() {
        ReplySketch rising = ReplySketch.empty();
        ReplySketch falling = ReplySketch.empty();
        for (int minutes = 1; minutes <= 500; minutes++) {
            rising.add(Duration.ofMinutes(minutes));
            falling.add(Duration.ofMinutes(501 - minutes));
            falling = ReplySketch.of(falling.bytes());
        }

        assertThat(falling.replies()).isEqualTo(500);
        assertThat(falling.within(POLICY.quantile())).isEqualTo(rising.within(POLICY.quantile()));
    }
}
