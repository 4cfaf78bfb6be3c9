package dev.signalbox.systemtests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.StackPorts;
import dev.signalbox.systemtests.invariants.Finding;
import dev.signalbox.testsupport.Checkout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code ./signalbox accounting} does at length. */
class AccountingTest {

    private static final long SEED = Long.getLong("signalbox.seed", System.nanoTime());
    private static final int TICKETS = 300;
    private static final int KILLS = 4;

    @Test
    void nothingIsLostDoubledOrMissedWhileProcessesAreKilled(@TempDir Path data) throws Exception {
        System.out.println("signalbox.seed=" + SEED);
        byte[] policy = QuickPolicy.from(PolicyDocument.resource("/policies/starter.yaml"));
        LocalStack stack = LocalStack.in(data, Checkout.root(), StackPorts.free());
        try {
            Statement statement = new AccountingRun(stack, TICKETS, KILLS, 0, SEED, policy).run();

            statement.print(System.out);
            assertThat(statement.findings()).extracting(Finding::count).containsOnly(0L);
            assertThat(statement.kills()).hasSize(KILLS);
        } finally {
            stack.kill();
        }
    }
}
