package dev.signalbox.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowMemoryTest {

    private static final String[] ROW = {"a"};

    private static final Instant SINCE = Instant.parse("2026-11-22T09:00:00Z");

    private final UnitOfWork work = new UnitOfWork(null, SINCE, SINCE);
    private final RowMemory<String> memory = new RowMemory<>(2);
    private final List<String> decoded = new ArrayList<>();

    @Test
    void asksForWhatItDoesNotKnowAndNamesTheWriterOfWhatItKnows() {
        assertThat(memory.recall(work, List.of("a")).written(ROW)).containsExactly((Long) null);

        read("a", 7, "first");

        assertThat(memory.recall(work, List.of("a", "b")).written(new String[] {"b", "a"}))
                .containsExactly(null, 7L);
    }

    @Test
    void doesNotDecodeAgainWhatNobodyHasWrittenSince() {
        read("a", 7, "first");

        assertThat(read("a", 7, null)).isEqualTo("first");
        assertThat(decoded).containsExactly("first");
    }

    @Test
    void decodesWhatAnotherTransactionHasWritten() {
        read("a", 7, "first");

        assertThat(read("a", 8, "second")).isEqualTo("second");
        assertThat(read("a", 8, null)).isEqualTo("second");
    }

    @Test
    void doesNotTakeWhatWasRolledBackForWhatIsStored() {
        read("a", 7, "first");
        memory.keep(work, "a", 8, "written, then rolled back");

        assertThat(read("a", 7, "first")).isEqualTo("first");
    }

    @Test
    void aQueryKeepsWhatItRecalledHoweverMuchIsForgottenMeanwhile() {
        read("a", 7, "first");
        RowMemory<String>.Recall recall = memory.recall(work, List.of("a"));
        read("b", 8, "second");
        read("c", 9, "third");
        memory.keep(work, "a", 10, "changed");

        assertThat(recall.document("a", 7, null, this::decode)).isEqualTo("first");
    }

    /** A backup or a standby may lack the last transactions, and give their numbers to others. */
    @Test
    void forgetsEverythingWhenAnotherServerAnswers() {
        read("a", 7, "first");
        UnitOfWork elsewhere = new UnitOfWork(null, SINCE, SINCE.plusSeconds(60));

        assertThat(memory.recall(elsewhere, List.of("a")).written(ROW)).containsExactly((Long) null);
        memory.keep(work, "a", 7, "decided by the server that is gone");
        assertThat(memory.recall(elsewhere, List.of("a")).written(ROW)).containsExactly((Long) null);
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        read("a", 7, "first");
        read("b", 8, "second");
        read("a", 7, null);
        read("c", 9, "third");

        assertThat(memory.recall(work, List.of("a", "b", "c")).written(new String[] {"a", "b", "c"}))
                .containsExactly(7L, null, 9L);
    }

    private String read(String id, long written, String row) {
        return memory.recall(work, List.of(id)).document(id, written, row, this::decode);
    }

    private String decode(String row) {
        decoded.add(row);
        return row;
    }
}
