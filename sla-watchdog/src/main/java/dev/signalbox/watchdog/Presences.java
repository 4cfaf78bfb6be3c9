package dev.signalbox.watchdog;

import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Presence;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The store of agents' presence, as routing said last. */
@ApplicationScoped
class Presences {

    private static final String KEEP = """
            insert into agent_presence as known (agent_id, sequence, presence)
            select agent_id, sequence, presence
            from unnest($1::text[], $2::bigint[], $3::text[]) as said (agent_id, sequence, presence)
            order by agent_id
            on conflict (agent_id) do update set sequence = excluded.sequence, presence = excluded.presence
            where excluded.sequence > known.sequence""";
    private static final String OF = "select agent_id, presence from agent_presence where agent_id = any($1::text[])";

    /** Keeps what is newer than what is known; one entry for each agent. */
    Uni<Void> keep(UnitOfWork work, Collection<AgentActivity> said) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(said.stream().map(AgentActivity::agentId).toArray(String[]::new))
                .addArrayOfLong(said.stream().map(AgentActivity::sequence).toArray(Long[]::new))
                .addArrayOfString(said.stream().map(a -> a.presence().name()).toArray(String[]::new));
        return work.query(KEEP, columns).replaceWithVoid();
    }

    /** The presence of those agents that are known. */
    Uni<Map<String, Presence>> of(UnitOfWork work, Collection<String> agentIds) {
        if (agentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return work.query(OF, Tuple.tuple().addArrayOfString(agentIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Presence> presences = new HashMap<>();
                    rows.forEach(row ->
                            presences.put(row.getString("agent_id"), Presence.valueOf(row.getString("presence"))));
                    return presences;
                });
    }
}
