package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The store of how clocks came out: each is counted once, in the transaction in which it came out so. */
@ApplicationScoped
class WarningCounts {

    private static final String ADD = """
            insert into clock_outcome as known (day, clock, outcome, clocks)
            select day, clock, outcome, clocks
            from unnest($1::date[], $2::text[], $3::text[], $4::bigint[]) as more (day, clock, outcome, clocks)
            order by day, clock, outcome
            on conflict (day, clock, outcome) do update set clocks = known.clocks + excluded.clocks""";
    private static final String SINCE = """
            select clock, outcome, sum(clocks)::bigint as clocks from clock_outcome
            where day >= $1 group by clock, outcome""";

    Uni<Void> add(UnitOfWork work, Map<Tally.Key, Long> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tally.Key> keys = new ArrayList<>(changes.keySet());
        Tuple columns = Tuple.tuple()
                .addArrayOfLocalDate(keys.stream().map(Tally.Key::day).toArray(LocalDate[]::new))
                .addArrayOfString(keys.stream().map(key -> key.clock().name()).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(Tally.Key::outcome).toArray(String[]::new))
                .addArrayOfLong(keys.stream().map(changes::get).toArray(Long[]::new));
        return work.query(ADD, columns).replaceWithVoid();
    }

    /** The counts of each clock from that day on, by outcome. */
    Uni<Map<ClockKind, Map<String, Long>>> since(UnitOfWork work, LocalDate day) {
        return work.query(SINCE, Tuple.of(day)).map(rows -> {
            Map<ClockKind, Map<String, Long>> counts = new TreeMap<>();
            for (Row row : rows) {
                counts.computeIfAbsent(ClockKind.valueOf(row.getString("clock")), kind -> new TreeMap<>())
                        .put(row.getString("outcome"), row.getLong("clocks"));
            }
            return counts;
        });
    }
}
