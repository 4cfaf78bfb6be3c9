package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.testsupport.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class MeaningBacklogTest {

    private static final String TEXT = "My card has not arrived yet";

    @Inject
    MeaningStore store;

    @TempDir
    Path parent;

    private final String id = "zendesk:" + UUID.randomUUID();
    private final TextKey key = new TextKey(TextKind.TICKET, id);

    @Test
    void aReplicaTakesWhatAnotherHasComputed() throws IOException {
        try (Replica first = new Replica();
                Replica second = new Replica()) {
            first.told(TEXT);
            second.told(TEXT);
            assertThat(first.backlog.depth()).isEqualTo(1);
            first.backlog.work(true);
            second.backlog.work(true);

            assertThat(first.backlog.computed()).isEqualTo(1);
            assertThat(second.backlog.computed()).isZero();
            assertThat(second.backlog.loaded()).isEqualTo(1);
            assertThat(first.backlog.depth() + second.backlog.depth()).isZero();
            assertThat(second.found("I am still waiting for the card you sent")).containsExactly(TEXT);
        }
    }

    @Test
    void whatAnotherReplicaIsComputingIsWaitedFor() throws IOException {
        try (Replica replica = new Replica()) {
            assertThat(claim(TEXT)).containsExactly(key);
            replica.told(TEXT);

            assertThat(replica.backlog.work(true)).isZero();
            assertThat(replica.backlog.computed()).isZero();
            assertThat(replica.backlog.depth()).isEqualTo(1);

            save(TEXT);
            replica.backlog.work(true);
            assertThat(replica.backlog.loaded()).isEqualTo(1);
            assertThat(replica.backlog.depth()).isZero();
        }
    }

    @Test
    void aChangedTextIsComputedAnewAndTheOldOneIsNotTaken() throws IOException {
        claim("another text");
        save("another text");
        try (Replica replica = new Replica()) {
            replica.told(TEXT);
            replica.backlog.work(true);

            assertThat(replica.backlog.computed()).isEqualTo(1);
            assertThat(load("another text")).isEmpty();
            assertThat(load(TEXT)).containsKey(key);
        }
    }

    @Test
    void aForgottenTextLeavesNothingBehind() throws IOException {
        try (Replica replica = new Replica()) {
            replica.told(TEXT);
            replica.backlog.work(true);
            replica.texts.remove(id);
            replica.backlog.forget(key);
            replica.backlog.work(false);

            assertThat(load(TEXT)).isEmpty();
            assertThat(claim(TEXT)).containsExactly(key);
        }
    }

    @Test
    void nothingIsComputedBeforeItIsWanted() throws IOException {
        try (Replica replica = new Replica()) {
            replica.told(TEXT);

            assertThat(replica.backlog.work(false)).isZero();
            assertThat(replica.backlog.depth()).isEqualTo(1);
        }
    }

    private Map<TextKey, Embedding> load(String text) {
        return store.load(Map.of(key, text)).await().indefinitely();
    }

    private Set<TextKey> claim(String text) {
        return store.claim(Map.of(key, text)).await().indefinitely();
    }

    private void save(String text) {
        Embedding meaning = new Meanings(0).of(List.of(text)).get(0);
        store.save(Map.of(key, text), Map.of(key, meaning)).await().indefinitely();
    }

    /** One replica's index, over the database of all. */
    private final class Replica implements AutoCloseable {

        private final ScratchFolder folder = ScratchFolder.in(parent);
        private final SimilarTexts<String> texts = new SimilarTexts<>(Function.identity(), folder, "tickets", 0.75f);
        private final Meanings meanings = new Meanings(100);
        private final MeaningBacklog backlog = new MeaningBacklog(kind -> texts, store, meanings, new Pace(1), () -> 0);

        void told(String text) {
            texts.put(id, text);
            backlog.add(key);
        }

        List<String> found(String question) {
            Embedding meaning = meanings.of(List.of(question)).get(0);
            return texts.find(new SimilarTexts.Asked(Words.of(question), meaning), 3).stream()
                    .filter(found -> found.cosine() != null && found.cosine() > 0.5)
                    .map(SimilarTexts.Found::document)
                    .toList();
        }

        @Override
        public void close() throws IOException {
            texts.close();
            folder.close();
        }
    }
}
