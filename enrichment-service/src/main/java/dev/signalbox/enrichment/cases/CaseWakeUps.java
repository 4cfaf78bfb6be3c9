package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.enrichment.cases.CaseState.Waiting;
import dev.signalbox.enrichment.classify.Classified;
import dev.signalbox.outbox.Quarantine;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.TimerLoop;
import dev.signalbox.timers.Timers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is due for a ticket: its deadline is near, or activity has waited for it in vain. */
@ApplicationScoped
public class CaseWakeUps {

    private static final int AT_ONCE = 200;
    private static final Quarantined.Reason UNKNOWN = new Quarantined.Reason(
            CaseTimers.UNKNOWN_TICKET,
            "Activity of a ticket that has never come; allowed is activity of a ticket on tickets.raw.");

    private final TimerLoop loop;
    private final Timers timers;
    private final Transactions transactions;
    private final Cases cases;
    private final Enrichment enrichment;
    private final Quarantine quarantine;

    CaseWakeUps(
            TimerLoop loop,
            Timers timers,
            Transactions transactions,
            Cases cases,
            Enrichment enrichment,
            Quarantine quarantine) {
        this.loop = loop;
        this.timers = timers;
        this.transactions = transactions;
        this.cases = cases;
        this.enrichment = enrichment;
        this.quarantine = quarantine;
    }

    void start(@Observes StartupEvent started) {
        loop.start("case-timers", this::round);
    }

    private Uni<Integer> round() {
        return timers.due(AT_ONCE)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : prepare(due).chain(prepared -> transactions.run(work -> wake(work, due, prepared))));
    }

    private Uni<Classified> prepare(List<Timer> due) {
        List<String> near = due.stream()
                .filter(timer -> timer.kind().equals(CaseTimers.DEADLINE))
                .map(Timer::ticketId)
                .toList();
        return near.isEmpty()
                ? Uni.createFrom().item(Classified.NOTHING)
                : cases.look(near).chain(rows -> {
                    Map<String, CaseState> states = new HashMap<>();
                    rows.forEach((id, row) -> states.put(id, row.state()));
                    return enrichment.prepare(rows, states);
                });
    }

    private Uni<Integer> wake(UnitOfWork work, List<Timer> due, Classified prepared) {
        List<String> tickets = due.stream().map(Timer::ticketId).toList();
        return cases.shareAccounts(work)
                .chain(() -> cases.load(work, tickets))
                .chain(rows -> timers.claim(work, due.stream().map(Timer::key).toList())
                        .chain(claimed -> wake(work, rows, claimed, prepared).replaceWith(claimed.size())));
    }

    private Uni<Void> wake(UnitOfWork work, Map<String, CaseRow> rows, List<Timer> claimed, Classified prepared) {
        Map<String, CaseState> after = new HashMap<>();
        List<Event> inVain = new ArrayList<>();
        for (Timer timer : claimed) {
            CaseState state = after.getOrDefault(
                    timer.ticketId(), rows.get(timer.ticketId()).state());
            if (timer.kind().equals(CaseTimers.DEADLINE)) {
                after.put(timer.ticketId(), state);
            } else if (state.ticket() == null && !state.waiting().isEmpty()) {
                inVain.addAll(setAside(timer.ticketId(), state, work.now()).toList());
                after.put(timer.ticketId(), new CaseFold(state).giveUpWaiting().state());
            }
        }
        return enrichment.update(work, rows, after, Map.of(), prepared).chain(() -> work.publish(inVain));
    }

    private Stream<Event> setAside(String ticketId, CaseState state, Instant now) {
        return state.waiting().stream().map(waiting -> quarantine.of(record(ticketId, waiting), UNKNOWN, now));
    }

    private static ConsumerRecord<String, byte[]> record(String ticketId, Waiting waiting) {
        return new ConsumerRecord<>(
                waiting.topic(),
                waiting.partition(),
                waiting.offset(),
                ticketId,
                waiting.payload().getBytes(StandardCharsets.UTF_8));
    }
}
