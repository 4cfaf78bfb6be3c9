package dev.signalbox.systemtests.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.systemtests.history.History;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A checker that has never found anything proves nothing: it is fed histories that are broken on purpose. */
class CheckerTest {

    private static final long SEED = Long.getLong("signalbox.seed", System.nanoTime());
    private static final int RUNS = Integer.getInteger("signalbox.rounds", 4);

    private final Checker checker = new Checker(SyntheticRun.LEVELS);

    @BeforeAll
    static void printSeed() {
        System.out.println("CheckerTest: -Dsignalbox.seed=" + SEED);
    }

    @Test
    void aCorrectHistoryIsNotBlamed() {
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            List<Finding> findings = checker.check(SyntheticRun.of(seed));
            assertThat(findings).as("seed %d", seed).hasSize(15).allMatch(finding -> finding.count() == 0);
        }
    }

    @Test
    void aSyntheticRunHasWhatTheInvariantsLookFor() {
        History history = SyntheticRun.of(SEED);
        assertThat(history.records()).hasSizeGreaterThan(500).anyMatch(said -> said.afterReset());
        assertThat(history.records().stream().map(said -> said.topic()).distinct())
                .hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void eachPlantedFaultIsReported(Corruption corruption) {
        LongStream.range(SEED, SEED + RUNS).forEach(seed -> {
            History broken = corruption.of(SyntheticRun.of(seed), new Random(seed));
            assertThat(checker.check(broken))
                    .as("%s, seed %d", corruption, seed)
                    .filteredOn(finding -> finding.violation().equals(corruption.violation()))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.count()).isPositive();
                        assertThat(finding.examples()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
                    });
        });
    }

    @Test
    void everyInvariantHasAPlantedFault() {
        assertThat(Corruptions.all().stream().map(Corruption::violation).distinct())
                .containsExactlyInAnyOrderElementsOf(checker.check(SyntheticRun.of(SEED)).stream()
                        .map(Finding::violation)
                        .toList());
        assertThat(Corruptions.all()).hasSizeGreaterThanOrEqualTo(20);
    }

    static Stream<Corruption> corruptions() {
        return Corruptions.all().stream();
    }
}
