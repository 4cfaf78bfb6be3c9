package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a writer read his own words: waits until what he told has come back from the topic. */
@ApplicationScoped
public class AppliedAccounts {

    private static final Duration NEXT_LOOK = Duration.ofMillis(50);
    private static final int LOOKS = 40;

    private final Accounts accounts;
    private final Transactions transactions;

    AppliedAccounts(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** Whether the account became known so, or deleted where it is null, within about two seconds. */
    Uni<Boolean> await(String id, @Nullable AccountProfile wanted) {
        return look(id, wanted, LOOKS);
    }

    private Uni<Boolean> look(String id, @Nullable AccountProfile wanted, int looksLeft) {
        return transactions.run(work -> accounts.find(work, id)).chain(found -> {
            boolean known = Objects.equals(found, wanted);
            return known || looksLeft == 0
                    ? Uni.createFrom().item(known)
                    : Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(NEXT_LOOK)
                            .chain(() -> look(id, wanted, looksLeft - 1));
        });
    }
}
