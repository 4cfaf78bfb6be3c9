package dev.signalbox.escalation;

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
class LockedTicketsTest {

    @Inject
    Transactions transactions;

    @Inject
    Escalations escalations;

    @Test
    void everyTicketIsReadWhoeverChangesItMeanwhile() {
        // few rows are read by another plan, which loses none
        query("insert into ticket (id) select 'locked:' || i from generate_series(1, 10000) i on conflict do nothing");
        query("analyze ticket");

        ConcurrentLocks.of(
                "locked",
                ids -> transactions
                        .run(work -> escalations
                                .lock(work, ids)
                                .invoke(files -> assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(ids))
                                .chain(() -> work.query(
                                        "update ticket set look_at = null where id = any($1::text[])",
                                        Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))))
                        .await()
                        .atMost(Duration.ofMinutes(1)));
        query("delete from ticket where id like 'locked:%'");
    }

    private void query(String sql) {
        transactions.run(work -> work.query(sql, Tuple.tuple())).await().atMost(Duration.ofMinutes(1));
    }
}
