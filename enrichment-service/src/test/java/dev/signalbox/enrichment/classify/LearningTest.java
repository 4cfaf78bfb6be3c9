package dev.signalbox.enrichment.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final Meanings NO_MEANINGS = new Meanings(0);

    private final Learning learning = new Learning(new Settings(), NO_MEANINGS);

    @Test
    void whatIsNotNewIsNotLearntAgain() {
        assertThat(learning.learn(tickets(0, 40))).isTrue();
        assertThat(learning.learn(tickets(0, 40))).isFalse();
        assertThat(learning.learn(tickets(0, 41))).isTrue();
    }

    @Test
    void aLargeHistoryIsLearntAfterEnoughNewTicketsOrWhenAsked() {
        learning.learn(tickets(0, 1000));
        String first = learning.live().version();

        assertThat(learning.learn(tickets(0, 1099))).isFalse();
        assertThat(learning.waiting(tickets(0, 1099))).isEqualTo(99);
        assertThat(learning.learn(tickets(0, 1100))).isTrue();
        learning.ask();
        assertThat(learning.learn(tickets(0, 1101))).isTrue();
        assertThat(learning.live().version()).isNotEqualTo(first);
    }

    @Test
    void aRollBackBringsTheModelBeforeAndKeepsTheOtherAway() {
        learning.learn(tickets(0, 40));
        String first = learning.live().version();
        assertThat(learning.rollBack()).isFalse();
        learning.learn(tickets(0, 41));

        assertThat(learning.rollBack()).isTrue();
        assertThat(learning.live().version()).isEqualTo(first);
        learning.ask();
        assertThat(learning.learn(tickets(0, 41))).isFalse();
        assertThat(learning.live().version()).isEqualTo(first);
        assertThat(learning.learn(tickets(0, 42))).isTrue();
    }

    @Test
    void anErasedTicketIsInNoModelThatIsKept() {
        learning.learn(tickets(0, 40));
        learning.learn(tickets(0, 41));

        assertThat(learning.learn(tickets(1, 41))).isTrue();
        assertThat(learning.live().tickets()).isEqualTo(40);
        assertThat(learning.rollBack()).isFalse();
    }

    @Test
    void aCandidateThatIsWorseOnWhatNeitherHasSeenDoesNotGoLive() {
        Trained live = new Training(tickets(0, 40).values()).train();
        Trained candidate = new Training(tickets(0, 100).values()).train();

        assertThat(candidate.mayReplace(live, NO_MEANINGS)).isTrue();
        assertThat(wrong(candidate).mayReplace(live, NO_MEANINGS)).isFalse();
        Trained littleNew = wrong(new Training(tickets(0, 60).values()).train());
        assertThat(littleNew.mayReplace(live, NO_MEANINGS)).isTrue();
    }

    private static Trained wrong(Trained trained) {
        Map<String, Boolean> wrong = new HashMap<>();
        trained.rightUnseen().keySet().forEach(id -> wrong.put(id, false));
        return new Trained(trained.model(), trained.tickets(), wrong);
    }

    private static Map<String, ResolvedTicket> tickets(int from, int to) {
        List<String> matters = List.of("the invoice has no VAT", "I forgot the password", "all pages are slow");
        Map<String, ResolvedTicket> tickets = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            String intent = "intent" + i % 3;
            String text = matters.get(i % 3) + " " + i;
            tickets.put("t:" + i, new ResolvedTicket("t:" + i, "", text, "C", intent, null, null, null, null));
        }
        return tickets;
    }

    private record Settings() implements EnrichmentConfig {
        @Override
        public Duration unknownAfter() {
            return Duration.ofHours(24);
        }

        @Override
        public int pendingBatch() {
            return 100;
        }

        @Override
        public Duration learnEvery() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int learnAfter() {
            return 100;
        }

        @Override
        public int sampleUntil() {
            return 0;
        }

        @Override
        public int historyLimit() {
            return 5000;
        }

        @Override
        public int embeddingFrom() {
            return Integer.MAX_VALUE;
        }
    }
}
