package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration WORKED = Duration.ofMillis(100);

    @Test
    void halfACoreRestsAsLongAsItWorksAndLongerWhereOthersNeedTheMachine() {
        Pace pace = new Pace(0.5);

        assertThat(pace.restAfter(WORKED, 0.6)).isEqualTo(WORKED);
        assertThat(pace.restAfter(WORKED, -1)).isEqualTo(WORKED);
        assertThat(pace.restAfter(WORKED, 0.99)).isEqualTo(WORKED.multipliedBy(7));
        assertThat(new Pace(1).restAfter(WORKED, 0.1)).isZero();
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Pace(0)).hasMessageContaining("signalbox.similar.embedding-share");
        assertThatThrownBy(() -> new Pace(1.1)).hasMessageContaining("1.1");
    }
}
