package dev.signalbox.watchdog;

import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Counts pending and overdue timers, and how clocks came out, from time to time. */
@ApplicationScoped
class TimerCount {

    private static final Logger LOG = Logger.getLogger(TimerCount.class);
    private static final String COUNT = """
            select count(*) as pending, count(*) filter (where due_at <= statement_timestamp()) as overdue
            from timer""";

    private static final int WINDOW_DAYS = 30;

    private final Transactions transactions;
    private final WatchdogMetrics metrics;
    private final WatchdogConfig config;
    private final WarningCounts warnings;
    private Cancellable counting = () -> {};

    TimerCount(Transactions transactions, WatchdogMetrics metrics, WatchdogConfig config, WarningCounts warnings) {
        this.transactions = transactions;
        this.metrics = metrics;
        this.config = config;
        this.warnings = warnings;
    }

    void start(@Observes StartupEvent started) {
        counting = Multi.createFrom()
                .ticks()
                .every(config.countInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> count())
                .subscribe()
                .with(counted -> {}, trouble -> LOG.errorf(trouble, "timers are not counted any more"));
    }

    void stop(@Observes ShutdownEvent stopped) {
        counting.cancel();
    }

    private static LocalDate windowBegin(UnitOfWork work) {
        return work.now().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(WINDOW_DAYS - 1L);
    }

    private Uni<Void> count() {
        return transactions
                .run(work -> work.query(COUNT, Tuple.tuple()))
                .invoke(rows -> {
                    Row row = rows.iterator().next();
                    metrics.timers(row.getLong("pending"), row.getLong("overdue"));
                })
                .chain(() -> transactions.run(work -> warnings.since(work, windowBegin(work))))
                .invoke(metrics::warnings)
                .onFailure()
                .invoke(trouble -> LOG.warnf("timers were not counted: %s", trouble))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
