package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.sla.TargetTable.Targets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTableTest {

    private final TargetTable starter = PolicyDocument.starter().policy().sla().targets();

    @Test
    void durationsMustBeAboveZero() {
        Targets targets = starter.firstResponse();
        WorkTime zero = WorkTime.of(Duration.ZERO);
        WorkTime negative = WorkTime.of(Duration.ofMinutes(-1));

        assertThatThrownBy(() -> new Targets(targets.band(), null, null, zero, targets.p1()))
                .hasMessage(
                        "totalOutage must be a duration above zero such as PT4H, or business days such as P1D, is PT0S");
        assertThatThrownBy(() -> new Targets(
                        targets.band(), Map.of(PlanTier.PRO, negative), null, WorkTime.ofDays(1), targets.p1()))
                .hasMessageStartingWith("plan.PRO must be a duration above zero");
        assertThatThrownBy(() -> new Targets(
                        targets.band(),
                        null,
                        Map.of(PlanTier.PRO, Map.of(Channel.CHAT, negative)),
                        WorkTime.ofDays(1),
                        targets.p1()))
                .hasMessageStartingWith("planByChannel.PRO.CHAT must be a duration above zero");
        assertThatThrownBy(() -> new TargetTable(
                        targets,
                        zero,
                        starter.resolution(),
                        starter.update(),
                        starter.team(),
                        starter.roundTheClock(),
                        "support",
                        Map.of()))
                .hasMessageStartingWith("sla.targets.nextResponseAtLeast must be a duration above zero");
    }

    @Test
    void supportCalendarMustBeNamed() {
        assertThatThrownBy(() -> new TargetTable(
                        starter.firstResponse(),
                        starter.nextResponseAtLeast(),
                        starter.resolution(),
                        starter.update(),
                        starter.team(),
                        starter.roundTheClock(),
                        " ",
                        Map.of()))
                .hasMessage("sla.targets.calendar must name a support calendar, or 24x7");
    }
}
