package dev.signalbox.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.policy.Policy;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoPolicyTest {

    private final Policy shipped = PolicyDocument.starter().policy();
    private final Policy demo = PolicyDocument.parse(DemoPolicy.document()).policy();

    @Test
    void lastsASecondWhereTheShippedPolicyLastsAMinute() {
        WorkTime shippedTarget = shipped.sla().targets().firstResponse().band().of(Band.CRITICAL);
        WorkTime demoTarget = demo.sla().targets().firstResponse().band().of(Band.CRITICAL);

        assertThat(shippedTarget).isEqualTo(WorkTime.of(Duration.ofMinutes(15)));
        assertThat(demoTarget).isEqualTo(WorkTime.of(Duration.ofSeconds(15)));
    }

    @Test
    void runsAtAnyHour() {
        assertThat(demo.sla().targets().calendar()).isEqualTo("24x7");
    }

    @Test
    void leavesEveryFigureThatIsNoTime() {
        assertThat(demo.score()).isEqualTo(shipped.score());
        assertThat(demo.routing().matrix()).isEqualTo(shipped.routing().matrix());
    }

    @Test
    void isNotTheShippedPolicyByName() {
        assertThat(new String(DemoPolicy.document(), StandardCharsets.UTF_8)).contains("name: \"demo\"");
        assertThat(PolicyDocument.parse(DemoPolicy.document()).hash())
                .isNotEqualTo(PolicyDocument.starter().hash());
    }
}
