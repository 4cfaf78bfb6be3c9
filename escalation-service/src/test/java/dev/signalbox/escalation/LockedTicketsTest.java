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
    }
}
