package dev.signalbox.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.outbox.OpenTransactions;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Timers on a real database: they exist if and only if the decision that wanted them does. */
class TimersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TimerStore store = new TimerStore();
    private final Transactions transactions = OpenTransactions.over(store.pool());
    private final Timers timers = new Timers(store.pool());

    TimersTest() throws Exception {}

    @Test
    void givesWhatIsDueEarliestFirstAndLeavesTheRest() {
        schedule(timer("later", hoursFromNow(1)), timer("second", hoursFromNow(-1)), timer("first", hoursFromNow(-2)));

        assertThat(keys(run(work -> timers.take(work, 10)))).containsExactlyInAnyOrder("first", "second");
        assertThat(store.pending()).containsExactly("later");
    }

    @Test
    void takesTheEarliestWhereThereIsALimit() {
        schedule(timer("second", hoursFromNow(-1)), timer("first", hoursFromNow(-2)), timer("third", hoursFromNow(0)));

        assertThat(keys(run(work -> timers.take(work, 1)))).containsExactly("first");
        assertThat(store.pending()).containsExactly("second", "third");
    }

    @Test
    void givesATimerBackAsItWasScheduled() {
        Instant due = Instant.parse("2020-11-22T09:00:00.123456Z");
        Timer timer = new Timer("key", "desk:1", "LEVEL", due, "{\"level\":50}");
        schedule(timer);

        List<Timer> taken = run(work -> timers.take(work, 1));
        assertThat(taken).containsExactly(timer);
    }

    @Test
    void schedulingTheSameKeyMovesTheTimer() {
        schedule(timer("moved", hoursFromNow(-1)));
        schedule(timer("moved", hoursFromNow(1)));

        List<Timer> taken = run(work -> timers.take(work, 10));
        assertThat(taken).isEmpty();
        assertThat(store.pending()).containsExactly("moved");
    }

    @Test
    void theLastOfEqualKeysInOneListCounts() {
        schedule(timer("twice", hoursFromNow(1)), timer("twice", hoursFromNow(-1)));

        assertThat(keys(run(work -> timers.take(work, 10)))).containsExactly("twice");
    }

    @Test
    void aCancelledTimerIsGoneAndCancellingTwiceIsFine() {
        schedule(timer("gone", hoursFromNow(-1)), timer("kept", hoursFromNow(-1)));

        run(work -> timers.cancel(work, List.of("gone", "never")));
        run(work -> timers.cancel(work, List.of("gone")));
        run(work -> timers.cancel(work, List.of()));

        assertThat(store.pending()).containsExactly("kept");
    }

    @Test
    void lookingTakesNothing() {
        schedule(timer("due", hoursFromNow(-1)), timer("later", hoursFromNow(1)));

        assertThat(keys(timers.due(10).await().atMost(PATIENCE))).containsExactly("due");
        assertThat(store.pending()).containsExactly("due", "later");
    }

    @Test
    void claimsOnlyWhatIsStillThereAndDue() {
        schedule(timer("due", hoursFromNow(-1)), timer("moved", hoursFromNow(1)));

        assertThat(keys(run(work -> timers.claim(work, List.of("due", "moved", "taken")))))
                .containsExactly("due");
        assertThat(store.pending()).containsExactly("moved");
    }

    @Test
    void aTimerOfADecisionThatFailedDoesNotExist() {
        assertThatThrownBy(() -> run(work -> timers.schedule(work, List.of(timer("unborn", hoursFromNow(1))))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("planned")))))
                .hasMessage("planned");

        assertThat(store.pending()).isEmpty();
    }

    @Test
    void aTimerWhoseEffectFailedIsStillThere() {
        schedule(timer("kept", hoursFromNow(-1)));

        assertThatThrownBy(() -> run(work -> timers.take(work, 10)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("planned")))))
                .hasMessage("planned");

        assertThat(store.pending()).containsExactly("kept");
    }

    @Test
    void looksAtNothingThatIsNotDue() {
        store.run("insert into timer select 'later-' || n, 'desk:1', 'TEST', now() + n * interval '1 hour', '{}' "
                + "from generate_series(1, 20000) n");
        store.run("analyze timer");

        assertThat(store.plan(Timers.TAKE.replace("$1", "10")))
                .contains("Index Cond: (due_at <= statement_timestamp())")
                .doesNotContain("Filter");
    }

    private void schedule(Timer... scheduled) {
        run(work -> timers.schedule(work, List.of(scheduled)));
    }

    private <T> T run(Function<UnitOfWork, Uni<T>> work) {
        return transactions.run(work).await().atMost(PATIENCE);
    }

    private static Timer timer(String key, Instant dueAt) {
        return new Timer(key, "desk:1", "TEST", dueAt, "{}");
    }

    private static Instant hoursFromNow(int hours) {
        return Instant.now().plus(Duration.ofHours(hours));
    }

    private static List<String> keys(List<Timer> timers) {
        return timers.stream().map(Timer::key).toList();
    }
}
