package dev.signalbox.escalation;

import dev.signalbox.outbox.StreamMetrics;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.TimerLoop;
import dev.signalbox.timers.Timers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Lets time pass: a silent level gives way to the next, an escalation without updates is open again. */
@ApplicationScoped
class EscalationTimers {

    private static final int BATCH = 200;

    private final Timers timers;
    private final TimerLoop loop;
    private final Transactions transactions;
    private final Escalations escalations;
    private final EscalationDesk desk;
    private final StreamMetrics metrics;

    EscalationTimers(
            Timers timers,
            TimerLoop loop,
            Transactions transactions,
            Escalations escalations,
            EscalationDesk desk,
            StreamMetrics metrics) {
        this.timers = timers;
        this.loop = loop;
        this.transactions = transactions;
        this.escalations = escalations;
        this.desk = desk;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        loop.start("escalation-timers", this::round);
    }

    private Uni<Integer> round() {
        return timers.due(BATCH)
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(0) : transactions.run(work -> wake(work, due)));
    }

    /** The timer only says when to look; what is due is decided from the locked row (P36). */
    private Uni<Integer> wake(UnitOfWork work, List<Timer> due) {
        List<String> keys = due.stream().map(Timer::key).toList();
        List<String> tickets = due.stream().map(Timer::ticketId).toList();
        return escalations
                .lock(work, tickets)
                .chain(locked -> timers.claim(work, keys))
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(0)
                        : decide(work, claimed).replaceWith(claimed.size()));
    }

    private Uni<Void> decide(UnitOfWork work, List<Timer> claimed) {
        claimed.forEach(timer -> metrics.record("signalbox.timer.lateness", lateness(work, timer)));
        List<String> tickets = claimed.stream().map(Timer::ticketId).toList();
        return desk.decide(work, tickets, (ticketId, decision) -> decision.wake())
                .chain(decided -> desk.setAgain(work, decided));
    }

    private static Duration lateness(UnitOfWork work, Timer timer) {
        Duration late = Duration.between(timer.dueAt(), work.now());
        return late.isNegative() ? Duration.ZERO : late;
    }
}
