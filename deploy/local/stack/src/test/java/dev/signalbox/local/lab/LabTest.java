package dev.signalbox.local.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabTest {

    private static final long FIRST_SEED = 1;
    private static final int SEEDS = 3;

    @Test
    void theSameSeedsGiveTheRecordedFigures() {
        List<LabRow> rows = Lab.starter(FIRST_SEED, SEEDS).rows(1.02, Crew.aroundTheClock());

        assertThat(rows)
                .extracting(LabRow::text)
                .containsExactly(
                        "| 1.02 | in order of arrival | 71.87 % | 97.18 % | 95.55 % | 84.17 % | 63.00 % | 1.45 % | 112.0 x target | no bound |",
                        "| 1.02 | dearer band first | 16.15 % | 0.00 % | 0.00 % | 0.00 % | 25.86 % | 83.37 % | 8.7 x target | no bound |",
                        "| 1.02 | pushed to the least busy agent | 71.02 % | 97.27 % | 94.99 % | 83.23 % | 61.43 % | 2.20 % | 130.9 x target | no bound |",
                        "| 1.02 | earliest deadline first | 70.40 % | 66.59 % | 67.99 % | 69.98 % | 73.59 % | 68.06 % | 83.1 x target | no bound |",
                        "| 1.02 | the proved order | 8.73 % | 0.00 % | 0.20 % | 1.63 % | 21.20 % | 16.09 % | 8.5 x target | 0 |");
    }

    @Test
    void theQueueOfRoutingKeepsDearPromisesUnderOverloadAndItsBoundAlways() {
        LabRow ours =
                Lab.starter(FIRST_SEED, SEEDS).rows(1.02, Crew.aroundTheClock()).get(Discipline.SIGNALBOX.ordinal());

        assertThat(ours.all()).isLessThan(0.10);
        assertThat(ours.band(Band.CRITICAL)).isLessThan(0.01);
        assertThat(ours.band(Band.HIGH)).isLessThan(0.02);
        assertThat(ours.longest()).isLessThan(10);
        assertThat(ours.beyondBound()).isZero();
    }
}
