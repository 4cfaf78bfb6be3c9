package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReciprocalRanksTest {

    @Test
    void beingNamedTwiceCountsMoreThanBeingNamedFirstOnce() {
        assertThat(ReciprocalRanks.fuse(List.of(List.of("a", "b", "c"), List.of("d", "c"))))
                .containsExactly("c", "a", "d", "b");
    }

    @Test
    void oneOrderStaysAsItIs() {
        assertThat(ReciprocalRanks.fuse(List.of(List.of("z", "y", "x"), List.of())))
                .containsExactly("z", "y", "x");
    }
}
