package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The store of accounts. */
@ApplicationScoped
public class Accounts {

    private static final String BY_KEYS = """
            select distinct on (k.key) k.key, a.profile::text as profile
            from account_key k join account a on a.id = k.account_id
            where k.key = any($1::text[]) and a.profile is not null
            order by k.key, k.account_id""";
    private static final String BY_IDS =
            "select id, profile::text as profile, topic_offset, told_at from account where id = any($1::text[])";
    private static final String SAVE = """
            insert into account (id, profile, topic_offset, told_at)
            select n.id, n.profile::jsonb, n.topic_offset, n.told_at
            from unnest($1::text[], $2::text[], $3::int8[], $4::timestamptz[])
                as n (id, profile, topic_offset, told_at)
            on conflict (id) do update
            set profile = excluded.profile, topic_offset = excluded.topic_offset, told_at = excluded.told_at""";
    private static final String FORGET_KEYS = "delete from account_key where account_id = any($1::text[])";
    private static final String ADD_KEYS =
            "insert into account_key (key, account_id) select * from unnest($1::text[], $2::text[])";

    /** The accounts of tickets by ticket id; tickets of unknown companies are missing. One query. */
    public Uni<Map<String, AccountProfile>> ofTickets(UnitOfWork work, Collection<Ticket> tickets) {
        Set<String> keys = tickets.stream()
                .flatMap(ticket -> Stream.of(AccountKeys.ofOrganization(ticket), AccountKeys.ofDomain(ticket)))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return work.query(BY_KEYS, strings(keys)).map(rows -> {
            Map<String, AccountProfile> byKey = new HashMap<>();
            rows.forEach(row -> byKey.put(row.getString("key"), profile(row)));
            Map<String, AccountProfile> byTicket = new HashMap<>();
            for (Ticket ticket : tickets) {
                AccountProfile found = byKey.get(AccountKeys.ofOrganization(ticket));
                found = found == null ? byKey.get(AccountKeys.ofDomain(ticket)) : found;
                if (found != null) {
                    byTicket.put(ticket.id(), found);
                }
            }
            return byTicket;
        });
    }

    /** What is known of accounts, deleted ones too. */
    Uni<Map<String, KnownAccount>> known(UnitOfWork work, Collection<String> ids) {
        return work.query(BY_IDS, strings(new TreeSet<>(ids))).map(rows -> {
            Map<String, KnownAccount> known = new HashMap<>();
            rows.forEach(row -> known.put(
                    row.getString("id"),
                    new KnownAccount(
                            row.getString("id"),
                            profile(row),
                            row.getLong("topic_offset"),
                            row.getOffsetDateTime("told_at").toInstant())));
            return known;
        });
    }

    /** The account, or null. */
    Uni<@Nullable AccountProfile> find(UnitOfWork work, String id) {
        return known(work, List.of(id))
                .map(known -> known.containsKey(id) ? known.get(id).profile() : null);
    }

    /** Saves accounts with their keys. */
    Uni<Void> save(UnitOfWork work, List<KnownAccount> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(changed, KnownAccount::id))
                .addArrayOfString(
                        column(changed, account -> account.profile() == null ? null : Json.text(account.profile())))
                .addArrayOfLong(changed.stream().map(KnownAccount::offset).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(changed.stream()
                        .map(account -> account.toldAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return work.query(SAVE, columns)
                .chain(() -> work.query(FORGET_KEYS, strings(List.of(column(changed, KnownAccount::id)))))
                .chain(() -> addKeys(work, changed));
    }

    private static Uni<Void> addKeys(UnitOfWork work, List<KnownAccount> changed) {
        List<String> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (KnownAccount account : changed) {
            for (String key : account.keys()) {
                keys.add(key);
                ids.add(account.id());
            }
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(keys.toArray(String[]::new))
                .addArrayOfString(ids.toArray(String[]::new));
        return work.query(ADD_KEYS, columns).replaceWithVoid();
    }

    private static @Nullable AccountProfile profile(Row row) {
        String profile = row.getString("profile");
        return profile == null ? null : Json.decode(profile, AccountProfile.class);
    }

    private static Tuple strings(Collection<String> values) {
        return Tuple.tuple().addArrayOfString(values.toArray(String[]::new));
    }

    private static String[] column(List<KnownAccount> accounts, Function<KnownAccount, @Nullable String> field) {
        return accounts.stream().map(field).toArray(String[]::new);
    }
}
