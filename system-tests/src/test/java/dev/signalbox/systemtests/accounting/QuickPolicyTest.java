package dev.signalbox.systemtests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.policy.Policy;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.sla.TargetTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuickPolicyTest {

    private final Policy quick = PolicyDocument.parse(
                    QuickPolicy.from(PolicyDocument.resource("/policies/starter.yaml")))
            .policy();

    @Test
    void everyPromiseEndsWithinAMinuteAndKeepsItsRank() {
        TargetTable targets = quick.sla().targets();
        assertThat(targets.firstResponse().band().rows().values())
                .allMatch(target -> target.time().compareTo(Duration.ofMinutes(1)) < 0);
        assertThat(targets.resolution().band().rows().values())
                .allMatch(target -> target.time().compareTo(Duration.ofMinutes(1)) < 0);
        assertThat(targets.firstResponse().band().of(Band.CRITICAL).time())
                .isLessThan(targets.firstResponse().band().of(Band.LOW).time());
    }

    @Test
    void everythingRunsAroundTheClock() {
        assertThat(quick.sla().targets().roundTheClock().bands()).containsExactlyInAnyOrder(Band.values());
    }

    @Test
    void longPeriodsStayLong() {
        assertThat(quick.sla().watchdog().firesNothingWhenOlderThan()).isEqualTo(Duration.ofDays(7));
    }
}
