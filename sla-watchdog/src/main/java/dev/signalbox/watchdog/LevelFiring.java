package dev.signalbox.watchdog;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.TimerLoop;
import dev.signalbox.timers.Timers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns due timers into records on {@code sla.timers}: a timer is gone if and only if its record will be published. It
 * decides nothing and waits for no ticket, so decisions under load do not make it late.
 */
@ApplicationScoped
class LevelFiring {

    private static final String NEXT_SEQUENCES = """
            insert into timer_sequence as known (ticket_id, sequence)
            select ticket_id, count(*) from unnest($1::text[]) as fired (ticket_id) group by ticket_id order by ticket_id
            on conflict (ticket_id) do update set sequence = known.sequence + excluded.sequence
            returning ticket_id, sequence""";

    private final Transactions transactions;
    private final Timers timers;
    private final TimerLoop loop;
    private final WatchdogMetrics metrics;
    private final int batch;
    private final FiringPace pace;

    LevelFiring(
            Transactions transactions, Timers timers, TimerLoop loop, WatchdogMetrics metrics, WatchdogConfig config) {
        this.transactions = transactions;
        this.timers = timers;
        this.loop = loop;
        this.metrics = metrics;
        this.batch = config.fireBatch();
        this.pace = new FiringPace(config.firePerSecond(), System.nanoTime());
    }

    void start(@Observes StartupEvent started) {
        loop.start("level-firing", this::fire);
    }

    /** Fires what is due, as far as the pace allows; tells how many if there may be more. */
    Uni<Integer> fire() {
        int allowed = Math.min(batch, pace.allowed(System.nanoTime()));
        if (allowed == 0) {
            return Uni.createFrom().item(0);
        }
        return transactions.run(work -> fire(work, allowed)).map(fired -> {
            pace.fired(fired.size());
            fired.forEach(timer -> metrics.fired(timer.lateBy()));
            // less than allowed was all: a rest lets the next round take more in one transaction
            return fired.size() < allowed ? 0 : fired.size();
        });
    }

    private Uni<List<SlaTimer>> fire(UnitOfWork work, int limit) {
        return timers.take(work, limit)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : sequences(work, due)
                                .map(last -> fired(work, due, last))
                                .call(fired -> work.publish(events(fired))));
    }

    /** For each ticket the sequence of the last of its timers. */
    private static Uni<Map<String, Long>> sequences(UnitOfWork work, List<Timer> due) {
        String[] ids = due.stream().map(Timer::ticketId).toArray(String[]::new);
        return work.query(NEXT_SEQUENCES, Tuple.tuple().addArrayOfString(ids)).map(rows -> {
            Map<String, Long> last = new HashMap<>();
            rows.forEach(row -> last.put(row.getString("ticket_id"), row.getLong("sequence")));
            return last;
        });
    }

    private static List<SlaTimer> fired(UnitOfWork work, List<Timer> due, Map<String, Long> last) {
        Map<String, Long> remaining = new HashMap<>();
        due.forEach(timer -> remaining.merge(timer.ticketId(), 1L, Long::sum));
        List<SlaTimer> fired = new ArrayList<>(due.size());
        for (Timer timer : due) {
            long after = remaining.merge(timer.ticketId(), -1L, Long::sum);
            fired.add(LevelTimer.fired(timer, last.get(timer.ticketId()) - after, work.now()));
        }
        return fired;
    }

    private static List<Event> events(List<SlaTimer> fired) {
        return fired.stream()
                .map(timer ->
                        Event.sequenced(Topic.SLA_TIMERS, timer.ticketId(), timer.sequence(), timer.firedAt(), timer))
                .toList();
    }
}
