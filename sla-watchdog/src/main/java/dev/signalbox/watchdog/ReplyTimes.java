package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.FirstReply;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The store of agents' times from acceptance to first reply (N5). */
@ApplicationScoped
class ReplyTimes {

    private static final String ENTER = """
            insert into reply_time (agent_id) select entered from unnest($1::text[]) as entered order by entered
            on conflict do nothing""";
    private static final String LOCK =
            "select agent_id, sketch from reply_time where agent_id = any($1::text[]) order by agent_id for update";
    private static final String OF = "select agent_id, sketch from reply_time where agent_id = any($1::text[])";
    private static final String SAVE = """
            update reply_time set sketch = decode(learned.sketch, 'hex')
            from unnest($1::text[], $2::text[]) as learned (agent_id, sketch)
            where reply_time.agent_id = learned.agent_id""";

    /** What is usual for those agents and for all together. */
    Uni<UsualReply> of(UnitOfWork work, Collection<String> agentIds) {
        return work.query(OF, ids(withAll(agentIds))).map(rows -> new UsualReply(sketches(rows)));
    }

    /** Learns from replies that were not learned from before. */
    Uni<Void> learn(UnitOfWork work, List<FirstReply> replies) {
        if (replies.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        TreeSet<String> agents =
                withAll(replies.stream().map(FirstReply::agentId).toList());
        return work.query(ENTER, ids(agents))
                .chain(() -> work.query(LOCK, ids(agents)))
                .map(ReplyTimes::sketches)
                .invoke(sketches -> replies.forEach(reply -> {
                    sketches.get(reply.agentId()).add(reply.took());
                    sketches.get(UsualReply.ALL).add(reply.took());
                }))
                .chain(sketches -> save(work, sketches));
    }

    private static Uni<Void> save(UnitOfWork work, Map<String, ReplySketch> sketches) {
        List<String> agents = List.copyOf(sketches.keySet());
        Tuple columns = Tuple.tuple()
                .addArrayOfString(agents.toArray(String[]::new))
                .addArrayOfString(agents.stream()
                        .map(agent ->
                                HexFormat.of().formatHex(sketches.get(agent).bytes()))
                        .toArray(String[]::new));
        return work.query(SAVE, columns).replaceWithVoid();
    }

    private static Map<String, ReplySketch> sketches(RowSet<Row> rows) {
        Map<String, ReplySketch> sketches = new HashMap<>();
        for (Row row : rows) {
            Buffer kept = row.getBuffer("sketch");
            sketches.put(
                    row.getString("agent_id"), kept == null ? ReplySketch.empty() : ReplySketch.of(kept.getBytes()));
        }
        return sketches;
    }

    private static TreeSet<String> withAll(Collection<String> agentIds) {
        TreeSet<String> agents = new TreeSet<>(agentIds);
        agents.add(UsualReply.ALL);
        return agents;
    }

    private static Tuple ids(Collection<String> agentIds) {
        return Tuple.tuple().addArrayOfString(agentIds.toArray(String[]::new));
    }
}
