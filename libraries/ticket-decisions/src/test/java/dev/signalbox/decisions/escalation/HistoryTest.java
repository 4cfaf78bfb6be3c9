package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final List<Activity> replies =
            IntStream.range(0, 1_000).mapToObj(i -> reply(i, "reply " + i)).toList();

    @Test
    void ofAThousandRepliesTheFirstTenAndTheLastFortyAreKept() {
        assertThat(folded(replies).stream().map(Activity::text))
                .containsExactlyElementsOf(IntStream.concat(IntStream.range(0, 10), IntStream.range(960, 1_000))
                        .mapToObj(i -> "reply " + i)
                        .toList());
    }

    @Test
    void orderOfArrivalAndRepetitionLeaveTheSameHistory() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        List<Activity> shuffled = new ArrayList<>(replies);
        Collections.shuffle(shuffled, new Random(seed));
        List<Activity> once = folded(shuffled);

        assertThat(once).isEqualTo(folded(replies));
        assertThat(replies)
                .allSatisfy(again -> assertThat(History.with(once, again)).isEqualTo(once));
    }

    @Test
    void whatDecidesIsNeverDropped() {
        Activity asked = Stage.agent("asked", START.plusSeconds(500), ActivityKind.ESCALATION_REQUESTED, "help")
                .activity();
        List<Activity> all = new ArrayList<>(replies);
        all.add(0, asked);

        assertThat(folded(all)).hasSize(51).contains(asked);
    }

    @Test
    void textIsCutAtItsLimitAndNeverWithinACharacter() {
        List<Activity> history = folded(List.of(reply(1, "x".repeat(3_999) + "\uD83D\uDE00")));

        assertThat(history.get(0).text()).isEqualTo("x".repeat(3_999));
    }

    private static List<Activity> folded(List<Activity> activity) {
        List<Activity> history = List.of();
        for (Activity one : activity) {
            history = History.with(history, one);
        }
        return history;
    }

    private static Activity reply(int second, String text) {
        return Stage.customer("r" + second, START.plus(Duration.ofSeconds(second)), ActivityKind.CUSTOMER_REPLIED, text)
                .activity();
    }
}
