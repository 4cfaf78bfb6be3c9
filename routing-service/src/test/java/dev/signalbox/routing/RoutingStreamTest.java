package dev.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class RoutingStreamTest {

    private final Line line = new Line();

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aScoredTicketGoesToAnAgentWhoIsThere() {
        String lena = line.agent(Examples.anAgent().tier(SupportTier.T1).skill(line.skill(), 3), Presence.ONLINE);
        String ticket = line.ticket(line.caseOf(Band.STANDARD, "55.00"));

        Route route = line.routed(ticket, RouteDecision.ASSIGNED);

        assertThat(route.agentId()).isEqualTo(lena);
        assertThat(route.cause()).isEqualTo(RouteCause.NEW);
        assertThat(route.sequence()).isEqualTo(1);
        assertThat(route.assignmentEpoch()).isEqualTo(1);
        assertThat(route.matrixRow()).isEqualTo("STANDARD/P3/PRO");
        assertThat(route.candidates()).anySatisfy(candidate -> {
            assertThat(candidate.agentId()).isEqualTo(lena);
            assertThat(candidate.eligible()).isTrue();
        });
        AgentActivity busy = line.agentSays(lena, told -> told.load() == 1);
        assertThat(busy.soft()).isEqualTo(5);
        assertThat(busy.hard()).isEqualTo(6);
    }

    @Test
    void anAgentWhoWasNeverThereIsNotGivenWork() {
        String tom = line.agent(Examples.anAgent().tier(SupportTier.T1).skill(line.skill(), 3), null);
        String ticket = line.ticket(line.caseOf(Band.STANDARD, "55.00"));

        Route route = line.routed(ticket, RouteDecision.NO_ELIGIBLE_AGENT);

        assertThat(route.alert()).isTrue();
        assertThat(route.candidates()).anySatisfy(candidate -> {
            assertThat(candidate.agentId()).isEqualTo(tom);
            assertThat(candidate.refusedBecause()).isEqualTo("OFFLINE");
        });
        line.presence(tom, Presence.ONLINE);
        assertThat(line.routed(ticket, RouteDecision.ASSIGNED).agentId()).isEqualTo(tom);
    }

    @Test
    void theAgentsReplyInTheHelpdeskAcceptsAndSolvingFreesHim() {
        String lena =
                line.agent(Examples.anAgent().tier(SupportTier.T1).capacity(1).skill(line.skill(), 3), Presence.ONLINE);
        String first = line.ticket(line.caseOf(Band.STANDARD, "55.00"));
        line.routed(first, RouteDecision.ASSIGNED);
        String second = line.ticket(line.caseOf(Band.STANDARD, "55.00"));
        Route queued = line.routed(second, RouteDecision.QUEUED);
        assertThat(queued.queuePosition()).isEqualTo(1);
        assertThat(queued.candidates().get(0).refusedBecause()).isEqualTo("AT_CAPACITY");

        line.activity(first, ActivityKind.AGENT_REPLIED, lena, true, null);
        Route accepted = line.routed(first, route -> route.cause() == RouteCause.ACCEPTED);
        assertThat(accepted.acceptedAt()).isNotNull();
        assertThat(accepted.assignmentEpoch()).isEqualTo(1);

        line.activity(first, ActivityKind.SOLVED, lena, false, TicketStatus.SOLVED);
        assertThat(line.routed(first, RouteDecision.RELEASED).cause()).isEqualTo(RouteCause.SOLVED);
        assertThat(line.routed(second, RouteDecision.ASSIGNED).agentId()).isEqualTo(lena);
    }

    @Test
    void everyStageCarriesTheEarlierOnesAlong() {
        line.agent(Examples.anAgent().tier(SupportTier.T1).skill(line.skill(), 3), Presence.ONLINE);
        CaseFile scored = line.caseOf(Band.LOW, "35.00");
        String ticket = line.ticket(scored);

        CaseFile routed = line.read(Topic.TICKETS_ROUTED, ticket, CaseFile.class, file -> true);

        assertThat(new CaseFile(
                        routed.version(),
                        routed.asOf(),
                        routed.policyVersion(),
                        routed.ticket(),
                        routed.account(),
                        routed.analysis(),
                        routed.score(),
                        routed.sla(),
                        null))
                .isEqualTo(scored);
    }
}
