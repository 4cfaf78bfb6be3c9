package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.EscalationState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReopeningTest {

    @Test
    void reopeningThatIsHeardOfAfterALaterOneLetsWhatHappenedInBetweenCount() {
        Fact solved = Stage.agent("s", minute(4), ActivityKind.SOLVED, null);
        Fact reopened = Stage.customer("r1", minute(8), ActivityKind.REOPENED, null);
        Fact breached = Stage.escalate(1, minute(14), 90);
        Fact reopenedAgain = Stage.customer("r2", minute(28), ActivityKind.REOPENED, null);
        Fact ticket = CaseOf.asOf(START).scored();

        Stage inOrder = new Stage().hears(ticket, solved, reopened, breached, reopenedAgain);
        Stage late = new Stage()
                .hears(ticket)
                .hears(breached)
                .hears(reopenedAgain)
                .hears(solved)
                .hears(reopened);

        assertThat(inOrder.live()).hasSize(1);
        assertThat(late.live()).hasSize(1);
        assertThat(late.escalations().get(0).state()).isEqualTo(EscalationState.RESOLVED);
    }

    private static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
