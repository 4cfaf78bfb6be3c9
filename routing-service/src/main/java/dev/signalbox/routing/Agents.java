package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Presence;
import dev.signalbox.decisions.routing.Agent;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The agents' store: profile, presence, turn. How busy they are is counted from the tickets (docs/adr/0004). */
@ApplicationScoped
public class Agents {

    // read under the lock, the clock puts decisions in the order in which they are made; the transaction began before
    private static final String CHANGED = """
            select clock_timestamp() as now, one.number, changed.*,
                   pg_current_xact_id_if_assigned()::xid = changed.by as own
            from (select nextval('queue_number') as number) as one
            left join (
                select id, xmin as by, changed, revision, profile is not null as registered, presence, since, turn, sequence, told,
                       assigned, assigned_since,
                       (select count(*) from ticket where ticket.counted and ticket.agent_id = agent.id) as load
                from agent where changed > $1) as changed on true""";
    private static final String PROFILES = "select id, profile::text as profile from agent where id = any($1::text[])";
    private static final String REGISTER = """
            insert into agent (id, profile, record_offset)
            select id, profile::jsonb, record_offset
            from unnest($1::text[], $2::text[], $3::bigint[]) as r (id, profile, record_offset)
            on conflict (id) do update
            set profile = excluded.profile,
                presence = case when excluded.profile is null then 'OFFLINE' else agent.presence end,
                revision = nextval('agent_revision'), changed = nextval('agent_change'),
                record_offset = greatest(agent.record_offset, excluded.record_offset)
            where excluded.record_offset = -1 or excluded.record_offset > agent.record_offset""";
    private static final String PRESENCE = """
            update agent set since = case when presence = $2 then since else $3 end, presence = $2,
                changed = nextval('agent_change')
            where id = $1 and profile is not null""";
    private static final String TOLD = """
            update agent set turn = t.turn, sequence = t.sequence, told = t.told, changed = nextval('agent_change'),
                assigned = t.assigned, assigned_since = t.assigned_since
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::int[], $6::timestamptz[])
                 as t (id, turn, sequence, told, assigned, assigned_since)
            where agent.id = t.id""";

    /** After so long everything is read again, so that nothing wrong could be believed for ever. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    /** What the last transaction of this replica has read; the next one reads what has changed since. */
    private volatile Seating seating = Seating.EMPTY;

    private volatile long readAt = System.nanoTime();

    /**
     * Who is there, as of this transaction, and what was last told of each.
     *
     * @param loads at the start, in the order of the staff
     * @param firstNumber of those that this transaction may give to waiting tickets
     */
    record Present(Roster roster, Map<String, Seat> seats, int[] loads, long firstNumber) {}

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

    /** Everybody's presence and load. Needs the lock where anything is decided from it. */
    Uni<Present> roster(UnitOfWork work) {
        Seating before = known();
        return work.query(CHANGED, Tuple.of(before.seen())).chain(rows -> {
            Row first = rows.iterator().next();
            Instant now = first.getOffsetDateTime("now").toInstant();
            long number = first.getLong("number");
            Map<String, Seat> changed = new LinkedHashMap<>();
            long newest = before.seen();
            boolean own = false;
            for (Row row : rows) {
                if (row.getString("id") != null) {
                    changed.put(row.getString("id"), Seat.of(row));
                    newest = Math.max(newest, row.getLong("changed"));
                    own |= Boolean.TRUE.equals(row.getBoolean("own"));
                }
            }
            long seen = newest;
            boolean committed = !own;
            return profiles(work, before.newProfiles(changed))
                    .map(profiles -> before.with(seen, changed, profiles))
                    .invoke(current -> {
                        if (committed) {
                            seating = current;
                        }
                    })
                    .map(current -> present(current, now, number));
        });
    }

    private static Present present(Seating seating, Instant now, long firstNumber) {
        Roster roster = seating.roster(now);
        return new Present(roster, seating.seats(), roster.loads(), firstNumber);
    }

    private Seating known() {
        if (System.nanoTime() - readAt < BELIEVED.toNanos()) {
            return seating;
        }
        readAt = System.nanoTime();
        return new Seating(-1, seating.seats(), seating.agents(), seating.staff());
    }

    private static Uni<Map<String, Agent>> profiles(UnitOfWork work, String[] ids) {
        return ids.length == 0
                ? Uni.createFrom().item(Map.of())
                : work.query(PROFILES, Tuple.tuple().addArrayOfString(ids)).map(rows -> {
                    Map<String, Agent> profiles = new LinkedHashMap<>();
                    for (Row row : rows) {
                        profiles.put(
                                row.getString("id"),
                                new Agent(Json.decode(row.getString("profile"), AgentProfile.class)));
                    }
                    return profiles;
                });
    }

    /** Stores what was told. Needs the lock. */
    Uni<Void> told(UnitOfWork work, List<String> ids, List<Seat> told) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(ids.toArray(String[]::new))
                .addArrayOfLong(told.stream().map(Seat::turn).toArray(Long[]::new))
                .addArrayOfLong(told.stream().map(Seat::sequence).toArray(Long[]::new))
                .addArrayOfString(told.stream().map(Seat::told).toArray(String[]::new))
                .addArrayOfInteger(told.stream().map(Seat::assigned).toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(told.stream()
                        .map(seat -> seat.assignedSince().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(TOLD, columns).replaceWithVoid();
    }
}
