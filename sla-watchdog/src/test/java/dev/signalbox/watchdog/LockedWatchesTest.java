package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.outbox.Transactions;
import dev.signalbox.testsupport.ConcurrentLocks;
import dev.signalbox.testsupport.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class LockedWatchesTest {

    @Inject
    Transactions transactions;

    @Inject
    Watches watches;

    @Test
    void everyTicketIsReadWhoeverChangesItMeanwhile() {
        // few rows are read by another plan, which loses none
        query(
                "insert into watch (ticket_id) select 'locked:' || i from generate_series(1, 10000) i on conflict do nothing");
        query("analyze watch");

        ConcurrentLocks.of(
                "locked",
                ids -> transactions
                        .run(work -> watches.lock(work, ids, ids)
                                .invoke(locked -> assertThat(locked.keySet()).isEqualTo(ids))
                                .chain(() -> work.query(
                                        "update watch set next_due_at = null where ticket_id = any($1::text[])",
                                        Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))))
                        .await()
                        .atMost(Duration.ofMinutes(1)));
        query("delete from watch where ticket_id like 'locked:%'");
    }

    private void query(String sql) {
        transactions.run(work -> work.query(sql, Tuple.tuple())).await().atMost(Duration.ofMinutes(1));
    }
}
