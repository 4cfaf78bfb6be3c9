package dev.signalbox.enrichment.classify;

import static dev.signalbox.enrichment.classify.NumberedTickets.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final Meanings NO_MEANINGS = new Meanings(0);

    private final Learning learning = new Learning(new SmallSettings(), NO_MEANINGS);

    @Test
    void whatIsNotNewIsNotLearntAgain() {
        assertThat(learn(numbered(0, 40))).isTrue();
        assertThat(learn(numbered(0, 40))).isFalse();
        assertThat(learn(numbered(0, 41))).isTrue();
    }

    @Test
    void aLargeHistoryIsLearntAfterEnoughNewTicketsOrWhenAsked() {
        learn(numbered(0, 1000));
        String first = learning.live().version();

        assertThat(learn(numbered(0, 1099))).isFalse();
        assertThat(learning.waiting(numbered(0, 1099))).isEqualTo(99);
        assertThat(learn(numbered(0, 1100))).isTrue();
        learning.ask();
        assertThat(learn(numbered(0, 1101))).isTrue();
        assertThat(learning.live().version()).isNotEqualTo(first);
    }

    @Test
    void aRollBackBringsTheModelBeforeAndKeepsTheOtherAway() {
        learn(numbered(0, 40));
        String first = learning.live().version();
        learn(numbered(0, 41));

        assertThat(learning.takeBack(learning.live().version())).isTrue();
        assertThat(learning.live().version()).isEqualTo(first);
        learning.ask();
        assertThat(learn(numbered(0, 41))).isFalse();
        assertThat(learning.live().version()).isEqualTo(first);
        assertThat(learn(numbered(0, 42))).isTrue();
    }

    @Test
    void anErasedTicketIsInNoModelThatIsKept() {
        learn(numbered(0, 40));
        learn(numbered(0, 41));

        assertThat(learn(numbered(1, 41), Set.of("t:0"))).isTrue();
        assertThat(learning.live().tickets()).isEqualTo(40);
        assertThat(learning.kept()).hasSize(1);
    }

    @Test
    void aTicketThatIsNotToldHereIsNotTakenForErased() {
        learn(numbered(0, 1000));

        assertThat(learning.due(numbered(1, 1000), Set.of())).isFalse();
        assertThat(learning.due(numbered(1, 1000), Set.of("t:0"))).isTrue();
    }

    @Test
    void whatAnotherReplicaHasLearntIsTakenOverAndNotLearntAgain() {
        Trained elsewhere = new Training(numbered(0, 41).values()).train();
        learn(numbered(0, 40));

        assertThat(learning.follow(List.of(elsewhere, learning.kept().get(0)), Set.of()))
                .isTrue();
        assertThat(learning.live().version()).isEqualTo(elsewhere.model().version());
        assertThat(learn(numbered(0, 41))).isFalse();
    }

    @Test
    void whatAnotherReplicaHasTakenBackIsNotLearntAgain() {
        learn(numbered(0, 40));
        List<Trained> before = learning.kept();
        learn(numbered(0, 41));
        String takenBack = learning.live().version();

        assertThat(learning.follow(before, Set.of(takenBack))).isTrue();
        learning.ask();
        assertThat(learn(numbered(0, 41))).isFalse();
        assertThat(learning.live().version()).isNotEqualTo(takenBack);
    }

    @Test
    void aCandidateThatIsWorseOnWhatNeitherHasSeenDoesNotGoLive() {
        Trained live = new Training(numbered(0, 40).values()).train();
        Collection<ResolvedTicket> told = numbered(0, 100).values();
        Trained candidate = new Training(told).train();

        assertThat(candidate.mayReplace(live, told, NO_MEANINGS)).isTrue();
        assertThat(wrong(candidate).mayReplace(live, told, NO_MEANINGS)).isFalse();
        Collection<ResolvedTicket> littleNew = numbered(0, 60).values();
        assertThat(wrong(new Training(littleNew).train()).mayReplace(live, littleNew, NO_MEANINGS))
                .isTrue();
    }

    private boolean learn(Map<String, ResolvedTicket> told) {
        return learn(told, Set.of());
    }

    private boolean learn(Map<String, ResolvedTicket> told, Set<String> erased) {
        Learning.Attempt attempt = learning.learn(told, erased);
        return attempt != null && attempt.live();
    }

    private static Trained wrong(Trained trained) {
        Map<String, Boolean> wrong = new HashMap<>();
        trained.rightUnseen().keySet().forEach(id -> wrong.put(id, false));
        return new Trained(trained.model(), trained.tickets(), wrong, trained.origin());
    }
}
