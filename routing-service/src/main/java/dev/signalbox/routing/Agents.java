package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Presence;
import dev.signalbox.decisions.routing.Agent;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.decisions.routing.Staff;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agents' store: profile, presence, turn. How busy they are is counted from the tickets (docs/adr/0004). */
@ApplicationScoped
public class Agents {

    // read under the lock, the clock puts decisions in the order in which they are made; the transaction began before
    private static final String ALL = """
            select id, revision, profile is not null as registered, presence, since, turn, sequence, told,
                   clock_timestamp() as now
            from agent""";
    private static final String PROFILES =
            "select id, revision, profile::text as profile from agent where id = any($1::text[])";
    private static final String LOADS = "select agent_id, count(*) as load from ticket where counted group by agent_id";
    private static final String REGISTER = """
            insert into agent (id, profile, record_offset)
            select id, profile::jsonb, record_offset
            from unnest($1::text[], $2::text[], $3::bigint[]) as r (id, profile, record_offset)
            on conflict (id) do update
            set profile = excluded.profile,
                presence = case when excluded.profile is null then 'OFFLINE' else agent.presence end,
                revision = nextval('agent_revision'),
                record_offset = greatest(agent.record_offset, excluded.record_offset)
            where excluded.record_offset = -1 or excluded.record_offset > agent.record_offset""";
    private static final String PRESENCE = """
            update agent set since = case when presence = $2 then since else $3 end, presence = $2
            where id = $1 and profile is not null""";
    private static final String TOLD = """
            update agent set turn = t.turn, sequence = t.sequence, told = t.told
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[]) as t (id, turn, sequence, told)
            where agent.id = t.id""";

    /** What the last transaction of this replica has read; used again while nobody has changed a profile. */
    private volatile StaffSnapshot snapshot = StaffSnapshot.NOBODY;

    private record StaffSnapshot(Map<String, Long> revisions, Map<String, Agent> agents, Staff staff) {
        static final StaffSnapshot NOBODY = new StaffSnapshot(Map.of(), Map.of(), new Staff(List.of()));
    }

    /**
     * An agent's row at the start of the transaction.
     *
     * @param told what the last record on agents.activity said
     */
    record Told(boolean registered, long turn, long sequence, String told) {}

    /** Who is there, as of this transaction, and what was last told of each. */
    record Present(Roster roster, Map<String, Told> told) {}

    /** Registers, changes or (with a null profile) removes an agent. Needs the lock. */
    Uni<Void> register(UnitOfWork work, List<Registration> registrations) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(
                        registrations.stream().map(Registration::agentId).toArray(String[]::new))
                .addArrayOfString(registrations.stream().map(Registration::json).toArray(String[]::new))
                .addArrayOfLong(registrations.stream().map(Registration::offset).toArray(Long[]::new));
        return registrations.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(REGISTER, columns).replaceWithVoid();
    }

    /** Sets an agent's presence. False if no such agent is registered. Needs the lock. */
    Uni<Boolean> present(UnitOfWork work, String agentId, Presence presence) {
        Tuple arguments = Tuple.of(agentId, presence.name(), work.now().atOffset(ZoneOffset.UTC));
        return work.query(PRESENCE, arguments).map(rows -> rows.rowCount() > 0);
    }

    /** Everybody's presence and load. Needs the lock. */
    Uni<Present> roster(UnitOfWork work) {
        return work.query(ALL, Tuple.tuple())
                .chain(rows -> staff(work, rows).map(staff -> seated(staff, rows, decidedAt(work, rows))))
                .call(present -> work.query(LOADS, Tuple.tuple())
                        .invoke(rows -> rows.forEach(row -> present.roster()
                                .occupy(
                                        row.getString("agent_id"),
                                        row.getLong("load").intValue()))));
    }

    private Uni<Staff> staff(UnitOfWork work, Iterable<Row> rows) {
        Map<String, Long> revisions = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.getBoolean("registered")) {
                revisions.put(row.getString("id"), row.getLong("revision"));
            }
        }
        StaffSnapshot before = snapshot;
        if (revisions.equals(before.revisions())) {
            return Uni.createFrom().item(before.staff());
        }
        String[] changed = revisions.keySet().stream()
                .filter(id -> !revisions.get(id).equals(before.revisions().get(id)))
                .toArray(String[]::new);
        return work.query(PROFILES, Tuple.tuple().addArrayOfString(changed)).map(profiles -> {
            Map<String, Agent> agents = new LinkedHashMap<>(before.agents());
            agents.keySet().retainAll(revisions.keySet());
            for (Row row : profiles) {
                agents.put(row.getString("id"), new Agent(Json.decode(row.getString("profile"), AgentProfile.class)));
            }
            Staff staff = new Staff(agents.values());
            snapshot = new StaffSnapshot(revisions, agents, staff);
            return staff;
        });
    }

    private static Instant decidedAt(UnitOfWork work, RowSet<Row> rows) {
        return rows.size() == 0
                ? work.now()
                : rows.iterator().next().getOffsetDateTime("now").toInstant();
    }

    private static Present seated(Staff staff, Iterable<Row> rows, Instant now) {
        Roster roster = new Roster(staff, now);
        Map<String, Told> told = new LinkedHashMap<>();
        for (Row row : rows) {
            String id = row.getString("id");
            Told last = new Told(
                    row.getBoolean("registered"), row.getLong("turn"), row.getLong("sequence"), row.getString("told"));
            told.put(id, last);
            roster.present(
                    id,
                    Presence.valueOf(row.getString("presence")),
                    row.getOffsetDateTime("since").toInstant(),
                    last.turn());
        }
        return new Present(roster, told);
    }

    /** Stores what was told. Needs the lock. */
    Uni<Void> told(UnitOfWork work, List<String> ids, List<Told> told) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(ids.toArray(String[]::new))
                .addArrayOfLong(told.stream().map(Told::turn).toArray(Long[]::new))
                .addArrayOfLong(told.stream().map(Told::sequence).toArray(Long[]::new))
                .addArrayOfString(told.stream().map(Told::told).toArray(String[]::new));
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(TOLD, columns).replaceWithVoid();
    }
}
