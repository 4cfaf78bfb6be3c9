package dev.signalbox.escalation;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.Json;
import dev.signalbox.edge.Fault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Escalations in the order of their opening, a page at a time. */
@ApplicationScoped
class EscalationList {

    static final int MOST = 500;

    private static final String PAGE = """
            select body::text as body, opened_at, id from escalation
            where (cardinality($1::text[]) = 0 or state = any($1))
              and ($2::text is null or ticket_id = $2) and (opened_at, id) > ($3, $4)
            order by opened_at, id limit $5""";
    private static final OffsetDateTime FIRST = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private final Pool pool;

    EscalationList(Pool pool) {
        this.pool = pool;
    }

    /** @param after {@code next} of the page before, or null */
    Uni<EscalationResource.Page> page(List<EscalationState> states, String ticketId, String after, int limit) {
        int split = after == null ? -1 : after.indexOf('_');
        OffsetDateTime openedAt = after == null ? FIRST : openedAt(after, split);
        String id = after == null ? "" : after.substring(split + 1);
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(states.stream().map(Enum::name).toArray(String[]::new))
                .addString(ticketId)
                .addOffsetDateTime(openedAt)
                .addString(id)
                .addInteger(limit);
        return pool.preparedQuery(PAGE).execute(arguments).map(rows -> page(rows, limit));
    }

    private static EscalationResource.Page page(RowSet<Row> rows, int limit) {
        List<Escalation> found = new ArrayList<>(rows.size());
        String next = null;
        for (Row row : rows) {
            found.add(Json.decode(row.getString("body"), Escalation.class));
            next = row.getOffsetDateTime("opened_at").toInstant() + "_" + row.getString("id");
        }
        return new EscalationResource.Page(found, found.size() < limit ? null : next);
    }

    private static OffsetDateTime openedAt(String after, int split) {
        try {
            return Instant.parse(after.substring(0, Math.max(0, split))).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw RequestBodies.refuse(new Fault("/after", "is not a place in the list", "next of the page before"));
        }
    }
}
