package dev.signalbox.watchdog;

import dev.signalbox.contracts.Event;
import dev.signalbox.decisions.sla.FirstReply;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.Timers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ends what was decided about locked tickets: their next levels are armed, what follows is kept and published. */
@ApplicationScoped
class Settlement {

    private final Watches watches;
    private final ReplyTimes replies;
    private final WarningCounts warnings;
    private final Timers timers;

    Settlement(Watches watches, ReplyTimes replies, WarningCounts warnings, Timers timers) {
        this.watches = watches;
        this.replies = replies;
        this.warnings = warnings;
        this.timers = timers;
    }

    /** Arms and disarms; tickets of which nothing has changed drop out. */
    Uni<Void> settle(UnitOfWork work, Collection<TicketWatch> tickets) {
        List<TicketWatch> reckoning =
                tickets.stream().filter(TicketWatch::reckons).toList();
        List<String> next = reckoning.stream()
                .map(TicketWatch::nextAgent)
                .filter(Objects::nonNull)
                .toList();
        Uni<UsualReply> usual =
                reckoning.isEmpty() ? Uni.createFrom().item(new UsualReply(Map.of())) : replies.of(work, next);
        return usual.invoke(known -> {
                    tickets.forEach(ticket -> ticket.settle(known));
                    tickets.removeIf(ticket -> !ticket.changed());
                })
                .replaceWithVoid();
    }

    /** Keeps tickets and says what follows from them. */
    Uni<Void> keep(UnitOfWork work, Map<String, TicketWatch> tickets, Outcomes outcomes) {
        List<Event> events = tickets.values().stream()
                .flatMap(ticket -> ticket.told().events().stream())
                .toList();
        List<Timer> armed = tickets.values().stream()
                .flatMap(ticket -> ticket.ledgers().armed().stream())
                .toList();
        List<String> disarmed = tickets.values().stream()
                .flatMap(ticket -> ticket.ledgers().disarmed().stream())
                .toList();
        Map<Tally.Key, Long> tally =
                Tally.sum(tickets.values().stream().map(TicketWatch::tally).toList());
        List<FirstReply> learned = tickets.values().stream()
                .flatMap(ticket -> ticket.learned().stream())
                .toList();
        tickets.values().forEach(ticket -> outcomes.add(ticket.told().outcomes()));
        // sent one behind the other without waiting: the connection keeps their order, and a failure ends them all
        return Uni.join()
                .all(
                        watches.save(work, tickets),
                        timers.schedule(work, armed),
                        timers.cancel(work, disarmed),
                        work.publish(events))
                .andFailFast()
                .chain(() -> replies.learn(work, learned))
                .chain(() -> warnings.add(work, tally));
    }
}
