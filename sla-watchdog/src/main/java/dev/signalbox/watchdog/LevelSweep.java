package dev.signalbox.watchdog;

import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.Timers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Watches the watchdog: finds levels that are due, undecided, and have no timer any more, for example because records of
 * {@code sla.timers} were lost, and fires them again. A level that was only slow takes effect once all the same.
 */
@ApplicationScoped
class LevelSweep {

    private static final Logger LOG = Logger.getLogger(LevelSweep.class);
    private static final int TICKETS = 1000;
    private static final String EXISTING = "select key from timer where key = any($1::text[])";

    private final Transactions transactions;
    private final Watches watches;
    private final Timers timers;
    private final WatchdogMetrics metrics;
    private final WatchdogConfig config;
    private Cancellable sweeping = () -> {};

    LevelSweep(
            Transactions transactions, Watches watches, Timers timers, WatchdogMetrics metrics, WatchdogConfig config) {
        this.transactions = transactions;
        this.watches = watches;
        this.timers = timers;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        sweeping = Multi.createFrom()
                .ticks()
                .every(config.sweep())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> sweep().onFailure()
                        .invoke(trouble -> LOG.warnf("levels were not swept: %s", trouble))
                        .onFailure()
                        .recoverWithItem(0))
                .subscribe()
                .with(swept -> {}, trouble -> LOG.errorf(trouble, "levels are not swept any more"));
    }

    void stop(@Observes ShutdownEvent stopped) {
        sweeping.cancel();
    }

    /** Fires levels again that have been due for too long and have no timer; tells how many. */
    Uni<Integer> sweep() {
        return transactions.run(this::sweep).invoke(missed -> {
            if (missed > 0) {
                LOG.errorf("%d levels were due without a decision and are fired again", missed);
                metrics.missed(missed);
            }
        });
    }

    private Uni<Integer> sweep(UnitOfWork work) {
        return watches.overdue(work, config.sweepAfter(), TICKETS).chain(found -> {
            List<Timer> due = due(work, found);
            String[] keys = due.stream().map(Timer::key).toArray(String[]::new);
            return work.query(EXISTING, Tuple.tuple().addArrayOfString(keys)).chain(rows -> {
                Set<String> existing = new HashSet<>();
                rows.forEach(row -> existing.add(row.getString("key")));
                List<Timer> missed = due.stream()
                        .filter(timer -> !existing.contains(timer.key()))
                        .toList();
                return timers.schedule(work, missed).replaceWith(missed.size());
            });
        });
    }

    private List<Timer> due(UnitOfWork work, Map<String, Watch> found) {
        return found.entrySet().stream()
                .flatMap(entry -> entry.getValue().ledgers().stream()
                        .filter(ledger -> ledger.armed() != null
                                && ledger.armed().dueAt().isBefore(work.now().minus(config.sweepAfter())))
                        .map(ledger -> LevelTimer.of(
                                entry.getKey(),
                                ledger,
                                ledger.armed(),
                                entry.getValue().ownership().epoch())))
                .toList();
    }
}
