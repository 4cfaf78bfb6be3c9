package dev.signalbox.enrichment.classify;

import static dev.signalbox.enrichment.classify.NumberedTickets.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.testsupport.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas over one real PostgreSQL: each has a memory of its own. The service's own replica keeps still. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(SharedModelsTest.Quiet.class)
class SharedModelsTest {

    private static final Meanings NO_MEANINGS = new Meanings(0);

    @Inject
    ModelStore store;

    @Inject
    Classifier service;

    /** The service is in a schema of its own and learns once. */
    public static final class Quiet implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signalbox.schema", "shared_models", "signalbox.enrichment.learn-every", "1H");
        }
    }

    @BeforeEach
    void letTheServiceLearnFirst() {
        service.ready().await().atMost(Duration.ofMinutes(1));
    }

    private final class Replica {
        private final Learning learning = new Learning(new SmallSettings(), NO_MEANINGS);
        private final SharedModels models = new SharedModels(learning, store);

        boolean learn(int from, int to, String... erased) {
            return models.learn(numbered(from, to), Set.of(erased));
        }

        String live() {
            return learning.live().version();
        }

        List<String> kept() {
            return learning.kept().stream()
                    .map(trained -> trained.model().version())
                    .toList();
        }
    }

    @Test
    void whatOneReplicaHasLearntIsThereAfterARestartAndIsNotLearntAgain() {
        Replica one = new Replica();
        one.learn(0, 40);
        one.learn(0, 41);

        Replica restarted = new Replica();
        assertThat(restarted.models.follow()).isTrue();

        assertThat(restarted.kept().subList(0, 2)).isEqualTo(one.kept().subList(0, 2));
        assertThat(restarted.learning.live().guess(List.of("the invoice has no VAT"), NO_MEANINGS))
                .isEqualTo(one.learning.live().guess(List.of("the invoice has no VAT"), NO_MEANINGS));
        assertThat(restarted.learn(0, 41)).isFalse();
        assertThat(restarted.models.follow()).isFalse();
    }

    @Test
    void aRollBackIsMadeByAllReplicasAndOutlivesThem() {
        Replica one = new Replica();
        one.learn(0, 50);
        String before = one.live();
        one.learn(0, 51);
        Replica other = new Replica();
        other.models.follow();
        String takenBack = other.live();

        assertThat(one.models.takeBack().await().indefinitely()).isTrue();
        assertThat(one.live()).isEqualTo(before);
        assertThat(other.models.follow()).isTrue();
        assertThat(other.live()).isEqualTo(before);
        Replica restarted = new Replica();
        restarted.models.follow();
        restarted.learning.ask();
        restarted.learn(0, 51);
        assertThat(restarted.live()).isNotEqualTo(takenBack);
    }

    @Test
    void theLastThreeModelsAreKeptAndNoneThatHasLearntAnErasedTicket() {
        Replica one = new Replica();
        one.learn(0, 60);
        one.learn(0, 61);
        one.learn(0, 62);
        one.learn(0, 63);
        assertThat(store.kept().await().indefinitely()).isEqualTo(one.kept()).hasSize(3);

        one.learn(1, 63, "t:0");

        assertThat(store.kept().await().indefinitely()).containsExactly(one.live());
        assertThat(one.models.takeBack().await().indefinitely()).isFalse();
    }

    @Test
    void aReplicaThatForgetsAnOldModelLeavesANewerOneOfAnotherAlone() {
        Replica one = new Replica();
        one.learn(1, 80);
        one.learn(0, 80);
        one.learn(1, 81);
        Replica other = new Replica();
        other.models.follow();
        other.learn(1, 82);

        one.models.learn(numbered(1, 81), Set.of("t:0"));

        assertThat(store.kept().await().indefinitely())
                .startsWith(other.live())
                .doesNotContain(other.kept().get(2));
    }

    @Test
    void oneReplicaLearnsAtATime() {
        Replica one = new Replica();
        Replica other = new Replica();

        boolean learnt = store.alone(() -> other.learn(0, 70));

        assertThat(learnt).isFalse();
        assertThat(other.learning.live()).isNull();
        assertThat(one.learn(0, 70)).isTrue();
    }
}
