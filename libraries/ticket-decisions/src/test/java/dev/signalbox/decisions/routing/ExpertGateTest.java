package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SupportTier;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T3 is protected (S40); escalations move a ticket up; people may move it within the rules. */
class ExpertGateTest {

    private static final Map<String, Integer> BILLING = Map.of("billing", 3);

    private final Floor floor = new Floor();

    @BeforeEach
    void oneAgentOfEachTier() {
        floor.with(
                Tickets.agent("one", SupportTier.T1, 3, BILLING),
                Tickets.agent("two", SupportTier.T2, 3, BILLING),
                Tickets.agent("three", SupportTier.T3, 3, BILLING));
    }

    @Test
    void aManualMoveToT3IsRefusedWithTheReason() {
        floor.scored(Tickets.of("t", Band.HIGH));

        assertThatThrownBy(() -> move("t", "three", 1))
                .isInstanceOfSatisfying(
                        RefusedCommand.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("T3_PROTECTED"))
                .hasMessageContaining("P1");
        assertThat(floor.ownerOf("t")).isEqualTo("two");
    }

    @Test
    void aP1OpensT3ForAManualMove() {
        floor.scored(Tickets.of(
                "t", Band.CRITICAL, AnalysisOf.plain().rated(Severity.P1).build()));

        Route moved = move("t", "three", 1);

        assertThat(moved.agentId()).isEqualTo("three");
        assertThat(moved.cause()).isEqualTo(RouteCause.REASSIGNED_PERSON);
    }

    @Test
    void aMissedResolutionAtT2GoesToT3First() {
        floor.with(Tickets.agent("another", SupportTier.T2, 3, Map.of("billing", 5)));
        floor.scored(Tickets.of("t", Band.HIGH));
        assertThat(floor.ownerOf("t")).isEqualTo("another");

        Route route = floor.acts("t", SlaActionKind.REASSIGN, ClockKind.RESOLUTION, 100, 1);

        assertThat(route.agentId()).isEqualTo("three");
        assertThat(route.supportTier()).isEqualTo(SupportTier.T3);
    }

    @Test
    void aMissedFirstResponseDoesNotOpenT3() {
        floor.scored(Tickets.of("t", Band.HIGH));

        assertThat(floor.acts("t", SlaActionKind.REASSIGN, ClockKind.FIRST_RESPONSE, 100, 1)
                        .agentId())
                .isEqualTo("two");
    }

    @Test
    void anEscalationOfAT1AgentMovesTheTicketToT2() {
        floor.presence("two", Presence.OFFLINE);
        floor.scored(Tickets.of("t", Band.STANDARD));
        floor.presence("two", Presence.ONLINE);

        Route route = escalate(1, EscalationTrigger.AGENT_REQUEST, "one", 100);

        assertThat(route.agentId()).isEqualTo("two");
        assertThat(route.cause()).isEqualTo(RouteCause.ESCALATED);
    }

    @Test
    void withNobodyAtT2TheOwnerKeepsAnEscalatedTicketUntilSomebodyComes() {
        floor.presence("two", Presence.OFFLINE);
        floor.scored(Tickets.of("t", Band.STANDARD));

        assertThat(escalate(1, EscalationTrigger.NEGATIVE_SENTIMENT, null, 0)).isNull();
        assertThat(floor.ownerOf("t")).isEqualTo("one");
        assertThat(floor.ticket("t").wakeAt()).isEqualTo(floor.now().plusSeconds(30));

        floor.presence("two", Presence.ONLINE);
        assertThat(floor.ownerOf("t")).isEqualTo("two");
    }

    @Test
    void anEscalationOfAT2AgentOpensT3OnlyWithACompletePackage() {
        floor.scored(Tickets.of("t", Band.HIGH));

        escalate(1, EscalationTrigger.TECHNICAL_COMPLEXITY, "two", 80);
        assertThat(floor.ownerOf("t")).isEqualTo("two");

        escalate(2, EscalationTrigger.TECHNICAL_COMPLEXITY, "two", 100);
        assertThat(floor.ownerOf("t")).isEqualTo("three");
    }

    @Test
    void aResolvedEscalationNoLongerHoldsTheTicketUp() {
        floor.scored(Tickets.of("t", Band.STANDARD));
        escalate(1, EscalationTrigger.SECURITY, null, 0);
        floor.escalated(Tickets.escalation("t", 2, EscalationTrigger.SECURITY, EscalationState.RESOLVED, null, 0));

        assertThat(floor.ticket("t").state().heard().escalations()).isEmpty();
        assertThat(move("t", "one", floor.epochOf("t")).agentId()).isEqualTo("one");
    }

    @Test
    void aManualMoveNeedsThePresentEpochAndAnAgentWhoIsThereAndHasRoom() {
        floor.scored(Tickets.of("t", Band.STANDARD));
        String other = floor.ownerOf("t").equals("one") ? "two" : "one";

        assertThatThrownBy(() -> move("t", other, 7)).hasMessageContaining("epoch is 1");
        assertThatThrownBy(() -> move("t", "nobody", 1)).hasMessageContaining("nobody");
        floor.presence(other, Presence.AWAY);
        assertThatThrownBy(() -> move("t", other, 1)).hasMessageContaining("AWAY");
        floor.presence(other, Presence.ONLINE);
        floor.with(Tickets.agent(other, SupportTier.T1, 0, BILLING));
        assertThatThrownBy(() -> move("t", other, 1)).hasMessageContaining("AT_CAPACITY");
    }

    @Test
    void onlyTheOwnerAcceptsAndDeclines() {
        floor.scored(Tickets.of("t", Band.HIGH));

        assertThatThrownBy(() -> floor.asks("t", (commands, draft) -> commands.accept(draft, "one", 1)))
                .hasMessageContaining("does not have this ticket");
        assertThat(floor.asks("t", (commands, draft) -> commands.accept(draft, "two", 1))
                        .acceptedAt())
                .isEqualTo(floor.now());
    }

    @Test
    void aDeclinedTicketKeepsItsAgeAndDoesNotComeBack() {
        floor.scored(Tickets.of("t", Band.HIGH));

        Route route = floor.asks("t", (commands, draft) -> commands.decline(draft, "two", 1, "on the phone"));

        assertThat(route.cause()).isEqualTo(RouteCause.DECLINED);
        assertThat(route.agentId()).isNull();
        assertThat(LanesTest.refusal(route, "two")).isEqualTo("EXCLUDED");
        assertThat(route.reasons()).contains("declined: on the phone");
        assertThat(Need.window(Draft.of(
                                floor.ticket("t").file(),
                                floor.rules(),
                                floor.ticket("t").state(),
                                null))
                        .from())
                .isEqualTo(Tickets.NOW);
    }

    private Route escalate(long sequence, EscalationTrigger trigger, String by, int complete) {
        return floor.escalated(Tickets.escalation("t", sequence, trigger, EscalationState.OPEN, by, complete));
    }

    private Route move(String ticketId, String agentId, long epoch) {
        return floor.asks(
                ticketId,
                (commands, draft) -> commands.move(draft, agentId, epoch, RouteCause.REASSIGNED_PERSON, "asked for"));
    }
}
