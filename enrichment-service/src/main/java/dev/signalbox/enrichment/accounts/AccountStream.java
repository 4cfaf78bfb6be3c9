package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.edge.Fault;
import dev.signalbox.enrichment.cases.Cases;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * From {@code accounts} into PostgreSQL. The tickets that a change concerns are marked in the same transaction, so that
 * they are enriched again whatever happens to this process.
 */
@ApplicationScoped
public class AccountStream {

    private final Transactions transactions;
    private final Accounts accounts;
    private final Cases cases;

    AccountStream(Transactions transactions, Accounts accounts, Cases cases) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.cases = cases;
    }

    @Incoming("accounts")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this::decide);
    }

    private Uni<Void> decide(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        List<KnownAccount> told = records.stream().map(AccountStream::read).toList();
        Set<String> ids = new TreeSet<>();
        told.forEach(account -> ids.add(account.id()));
        return cases.excludeEnrichment(work)
                .chain(() -> accounts.known(work, ids))
                .chain(known -> apply(work, known, told));
    }

    private Uni<Void> apply(UnitOfWork work, Map<String, KnownAccount> known, List<KnownAccount> told) {
        Map<String, KnownAccount> changed = new HashMap<>();
        Set<String> ids = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (KnownAccount account : told) {
            KnownAccount before = changed.getOrDefault(account.id(), known.get(account.id()));
            if (before != null && before.covers(account)) {
                continue;
            }
            changed.put(account.id(), account);
            if (account.concernsTickets(before)) {
                ids.add(account.id());
                keys.addAll(account.keys());
                keys.addAll(before == null ? Set.of() : before.keys());
            }
        }
        return accounts.save(work, new ArrayList<>(changed.values()))
                .chain(() -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : cases.mark(work, ids, keys).replaceWithVoid());
    }

    private static KnownAccount read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.key().isBlank()) {
            throw new UnreadableRecord("NO_KEY", "The record's key must be the account's id.", null);
        }
        AccountProfile profile = record.value() == null ? null : profile(record);
        return new KnownAccount(record.key(), profile, record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }

    private static AccountProfile profile(ConsumerRecord<String, byte[]> record) {
        AccountJson account = AccountJson.read(record.key(), Json.tree(record.value()));
        for (Fault fault : account.faults()) {
            throw new UnreadableRecord(
                    "NOT_THE_CONTRACT",
                    "The field " + fault.pointer() + " is not as agreed; allowed: " + fault.allowed() + ".",
                    null);
        }
        return account.profile();
    }
}
