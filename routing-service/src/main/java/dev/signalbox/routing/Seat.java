package dev.signalbox.routing;

import dev.signalbox.contracts.Presence;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * An agent's row at the start of a transaction.
 *
 * @param revision of the profile
 * @param load open tickets that use his capacity, counted from the tickets
 * @param turn number of his last assignment, counted over all agents
 * @param sequence of the last record on agents.activity
 * @param told what it said
 * @param assigned tickets that routing gave him since his window began
 */
record Seat(
        boolean registered,
        long revision,
        Presence presence,
        Instant since,
        int load,
        long turn,
        long sequence,
        String told,
        int assigned,
        Instant assignedSince) {

    static Seat of(Row row) {
        return new Seat(
                row.getBoolean("registered"),
                row.getLong("revision"),
                Presence.valueOf(row.getString("presence")),
                row.getOffsetDateTime("since").toInstant(),
                row.getLong("load").intValue(),
                row.getLong("turn"),
                row.getLong("sequence"),
                row.getString("told"),
                row.getInteger("assigned"),
                row.getOffsetDateTime("assigned_since").toInstant());
    }

    Seat told(long newTurn, long newSequence, String text) {
        return new Seat(
                registered, revision, presence, since, load, newTurn, newSequence, text, assigned, assignedSince);
    }

    Seat assigned(int tickets, Instant windowFrom) {
        return new Seat(registered, revision, presence, since, load, turn, sequence, told, tickets, windowFrom);
    }
}
