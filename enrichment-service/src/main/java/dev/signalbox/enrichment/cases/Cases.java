package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.enrichment.accounts.AccountKeys;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The store of cases. */
@ApplicationScoped
public class Cases {

    /**
     * Taken shared by whoever enriches tickets and exclusively by whoever changes accounts: so no ticket is enriched with
     * an account that has just changed without being marked as pending.
     */
    private static final long ACCOUNTS_LOCK = 0x5163_6163_636fL;

    private static final String SHARE = "select pg_advisory_xact_lock_shared($1)";
    private static final String EXCLUDE = "select pg_advisory_xact_lock($1)";
    private static final String COLUMNS = "id, revision, state, account_id, pending";
    private static final String LOAD =
            "select " + COLUMNS + " from ticket_case where id = any($1::text[]) order by id for update";
    private static final String LOOK = "select " + COLUMNS + " from ticket_case where id = any($1::text[])";
    // locks nothing for longer than the statement, but passes over what others are at
    private static final String LOOK_AT_PENDING =
            "select " + COLUMNS + " from ticket_case where pending order by id limit $1 for update skip locked";
    private static final String PENDING = "select " + COLUMNS
            + " from ticket_case where pending and id = any($1::text[]) order by id for update skip locked";
    private static final String TOLD = "select id, state from ticket_case where id = any($1::text[])";
    private static final String OPEN_OF_ACCOUNTS = """
            select account_id, count(*) as tickets from ticket_case
            where open and account_id = any($1::text[])
              and not exists (select from unnest($2::text[]) as named (id) where named.id = ticket_case.id)
            group by account_id""";
    private static final String SAVE = """
            insert into ticket_case as c
                (id, revision, state, organization_key, domain_key, account_id, open, pending)
            select n.id, n.revision, n.state, n.organization_key, n.domain_key, n.account_id, n.open, false
            from unnest($1::text[], $2::int8[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[])
                as n (id, revision, state, organization_key, domain_key, account_id, open)
            on conflict (id) do update
            set revision = excluded.revision, state = excluded.state, organization_key = excluded.organization_key,
                domain_key = excluded.domain_key, account_id = excluded.account_id, open = excluded.open,
                pending = false
            where c.revision = excluded.revision - 1""";
    private static final String MARK = """
            update ticket_case set pending = true
            where open and not pending
              and (account_id = any($1::text[]) or organization_key = any($2::text[]) or domain_key = any($2::text[]))""";

    private final Pool pool;

    Cases(Pool pool) {
        this.pool = pool;
    }

    /** Keeps accounts as they are until the transaction ends; call it first. */
    public Uni<Void> shareAccounts(UnitOfWork work) {
        return work.query(SHARE, Tuple.of(ACCOUNTS_LOCK)).replaceWithVoid();
    }

    /** Keeps everybody else from enriching until the transaction ends; call it first. */
    public Uni<Void> excludeEnrichment(UnitOfWork work) {
        return work.query(EXCLUDE, Tuple.of(ACCOUNTS_LOCK)).replaceWithVoid();
    }

    /** Loads and locks cases; those that are not there yet come as empty ones. In the order of the ids. */
    public Uni<Map<String, CaseRow>> load(UnitOfWork work, Collection<String> ids) {
        TreeSet<String> sorted = new TreeSet<>(ids);
        return work.query(LOAD, named(sorted)).map(rows -> read(sorted, rows));
    }

    /** Looks at cases as they are now, in no transaction; those that are not there come as empty ones. */
    public Uni<Map<String, CaseRow>> look(Collection<String> ids) {
        return pool.preparedQuery(LOOK).execute(named(ids)).map(rows -> read(ids, rows));
    }

    /** Looks at cases whose account has changed and which nobody has locked, in no transaction. */
    Uni<Map<String, CaseRow>> lookAtPending(int limit) {
        return pool.preparedQuery(LOOK_AT_PENDING).execute(Tuple.of(limit)).map(rows -> read(List.of(), rows));
    }

    /** Loads and locks those of the cases whose account has changed, as far as nobody else has locked them. */
    Uni<Map<String, CaseRow>> pending(UnitOfWork work, Collection<String> ids) {
        return work.query(PENDING, named(ids)).map(rows -> read(List.of(), rows));
    }

    /** Tickets as they were told, by id, without locking them; those that are not known are missing. */
    public Uni<Map<String, Ticket>> tickets(UnitOfWork work, Collection<String> ids) {
        return work.query(TOLD, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Ticket> tickets = new HashMap<>();
                    rows.forEach(row -> {
                        Ticket ticket = Json.decode(row.getString("state"), CaseState.class)
                                .ticket();
                        if (ticket != null) {
                            tickets.put(row.getString("id"), ticket);
                        }
                    });
                    return tickets;
                });
    }

    /** Open tickets by account, without the tickets named. */
    Uni<Map<String, Integer>> openTickets(
            UnitOfWork work, Collection<String> accountIds, Collection<String> exceptTickets) {
        if (accountIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(accountIds.toArray(String[]::new))
                .addArrayOfString(exceptTickets.toArray(String[]::new));
        return work.query(OPEN_OF_ACCOUNTS, arguments).map(rows -> {
            Map<String, Integer> open = new HashMap<>();
            rows.forEach(row -> open.put(row.getString("account_id"), row.getInteger("tickets")));
            return open;
        });
    }

    /** Saves cases; none of them is pending any more. */
    Uni<Void> save(UnitOfWork work, List<CaseRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(rows, CaseRow::id))
                .addArrayOfLong(rows.stream().map(row -> row.revision() + 1).toArray(Long[]::new))
                .addArrayOfString(column(rows, row -> Json.text(row.state())))
                .addArrayOfString(column(rows, row -> key(row, AccountKeys::ofOrganization)))
                .addArrayOfString(column(rows, row -> key(row, AccountKeys::ofDomain)))
                .addArrayOfString(column(rows, CaseRow::accountId))
                .addArrayOfBoolean(rows.stream().map(row -> row.state().open()).toArray(Boolean[]::new));
        return work.query(SAVE, columns)
                .invoke(saved -> expect(rows.size(), saved))
                .replaceWithVoid();
    }

    /** Marks the open tickets of accounts, and those that might be theirs, as pending. Tells how many it marked. */
    public Uni<Integer> mark(UnitOfWork work, Collection<String> accountIds, Collection<String> keys) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(accountIds.toArray(String[]::new))
                .addArrayOfString(keys.toArray(String[]::new));
        return work.query(MARK, arguments).map(RowSet::rowCount);
    }

    private static void expect(int rows, RowSet<Row> saved) {
        if (saved.rowCount() != rows) {
            throw new ConcurrentChange(rows, saved.rowCount());
        }
    }

    private static Tuple named(Collection<String> ids) {
        return Tuple.tuple().addArrayOfString(ids.toArray(String[]::new));
    }

    private static Map<String, CaseRow> read(Collection<String> ids, RowSet<Row> rows) {
        Map<String, CaseRow> cases = new LinkedHashMap<>();
        ids.forEach(id -> cases.put(id, CaseRow.absent(id)));
        rows.forEach(row -> cases.put(row.getString("id"), read(row)));
        return cases;
    }

    private static CaseRow read(Row row) {
        return new CaseRow(
                row.getString("id"),
                row.getLong("revision"),
                Json.decode(row.getString("state"), CaseState.class),
                row.getString("account_id"),
                row.getBoolean("pending"));
    }

    private static @Nullable String key(CaseRow row, Function<Ticket, @Nullable String> key) {
        Ticket ticket = row.state().ticket();
        return ticket == null ? null : key.apply(ticket);
    }

    private static String[] column(List<CaseRow> rows, Function<CaseRow, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }
}
