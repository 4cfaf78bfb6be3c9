package dev.signalbox.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.Fact;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.edge.Policies;
import dev.signalbox.escalation.delivery.DeliveryQueue;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.Timers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Locks tickets, lets something be decided on each, and keeps what follows: for records, requests and timers alike. */
@ApplicationScoped
class EscalationDesk {

    static final String TIMER = "look";

    private final Escalations escalations;
    private final AccountBreaches breaches;
    private final AffectedCustomers affected;
    private final Policies policies;
    private final Timers timers;
    private final DeliveryQueue deliveries;
    private final EscalationMetrics metrics;

    EscalationDesk(
            Escalations escalations,
            AccountBreaches breaches,
            AffectedCustomers affected,
            Policies policies,
            Timers timers,
            DeliveryQueue deliveries,
            EscalationMetrics metrics) {
        this.escalations = escalations;
        this.breaches = breaches;
        this.affected = affected;
        this.policies = policies;
        this.timers = timers;
        this.deliveries = deliveries;
        this.metrics = metrics;
    }

    static String timerKey(String ticketId) {
        return TIMER + "/" + ticketId;
    }

    /** Takes in news about tickets. */
    Uni<List<Decided>> take(UnitOfWork work, Map<String, List<Fact>> news) {
        return decide(
                work,
                news.keySet(),
                news,
                (ticketId, decision) -> decision.take(news.getOrDefault(ticketId, List.of())));
    }

    /** Lets one decision be made on each ticket. */
    Uni<List<Decided>> decide(
            UnitOfWork work, Collection<String> ticketIds, BiConsumer<String, EscalationDecision> act) {
        return decide(work, ticketIds, Map.of(), act);
    }

    private Uni<List<Decided>> decide(
            UnitOfWork work,
            Collection<String> ticketIds,
            Map<String, List<Fact>> news,
            BiConsumer<String, EscalationDecision> act) {
        return policies.active()
                .map(active -> active.policy().reachability())
                .chain(reach -> escalations
                        .lock(work, ticketIds)
                        .chain(files -> policiesOf(files, news).chain(named -> {
                            Map<String, EscalationDecision> decisions = new HashMap<>();
                            files.forEach((id, file) -> {
                                PolicyDocument policy = named.get(id);
                                var decision = new EscalationDecision(
                                        file.escalations(),
                                        policy.policy().escalation(),
                                        policy.hash(),
                                        reach,
                                        work.now());
                                act.accept(id, decision);
                                decisions.put(id, decision);
                            });
                            return breaches.count(work, decisions.values(), named)
                                    .chain(() -> keep(work, files, decisions))
                                    .call(decided -> affected.notice(work, changed(decided, decisions), named));
                        })));
    }

    private static List<EscalationDecision> changed(List<Decided> decided, Map<String, EscalationDecision> decisions) {
        return decided.stream()
                .filter(Decided::isNews)
                .map(one -> decisions.get(one.ticketId()))
                .toList();
    }

    private Uni<List<Decided>> keep(
            UnitOfWork work, Map<String, TicketFile> files, Map<String, EscalationDecision> decisions) {
        List<Decided> decided = new ArrayList<>();
        files.forEach((id, file) -> decided.add(Decided.of(file, decisions.get(id))));
        List<Escalation> changes =
                decided.stream().flatMap(one -> one.changes().stream()).toList();
        return escalations
                .keep(work, decided)
                .chain(() -> deliveries.add(work, changes))
                .chain(() -> setTimers(work, decided))
                .invoke(() -> metrics.count(changes))
                .replaceWith(decided);
    }

    private Uni<Void> setTimers(UnitOfWork work, List<Decided> decided) {
        List<Decided> moved = decided.stream().filter(Decided::movesTimer).toList();
        List<String> gone = moved.stream()
                .filter(one -> one.lookAt() == null)
                .map(one -> timerKey(one.ticketId()))
                .toList();
        return timers.cancel(work, gone).chain(() -> timers.schedule(work, timersOf(moved)));
    }

    /** Sets the timers of tickets whose timers were claimed, whether they have moved or not. */
    Uni<Void> setAgain(UnitOfWork work, List<Decided> claimed) {
        return timers.schedule(work, timersOf(claimed));
    }

    private static List<Timer> timersOf(List<Decided> decided) {
        return decided.stream()
                .filter(one -> one.lookAt() != null)
                .map(one -> new Timer(timerKey(one.ticketId()), one.ticketId(), TIMER, one.lookAt(), "{}"))
                .toList();
    }

    /** The policy of each ticket's newest case file; the active one for a ticket that is not known yet. */
    private Uni<Map<String, PolicyDocument>> policiesOf(Map<String, TicketFile> files, Map<String, List<Fact>> news) {
        Uni<Map<String, PolicyDocument>> all = Uni.createFrom().item(new HashMap<>());
        Map<String, List<String>> byHash = new HashMap<>();
        files.forEach((id, file) -> byHash.computeIfAbsent(
                        hash(file, news.getOrDefault(id, List.of())), unseen -> new ArrayList<>())
                .add(id));
        for (Map.Entry<String, List<String>> tickets : byHash.entrySet()) {
            all = all.chain(found -> policy(tickets.getKey()).map(policy -> {
                tickets.getValue().forEach(id -> found.put(id, policy));
                return found;
            }));
        }
        return all;
    }

    private Uni<PolicyDocument> policy(String hash) {
        return hash == null ? policies.active() : policies.named(hash);
    }

    private static String hash(TicketFile file, List<Fact> news) {
        CaseFile newest = file.escalations().facts().file();
        for (Fact fact : news) {
            if (fact instanceof Fact.Scored scored
                    && (newest == null || scored.file().version() > newest.version())) {
                newest = scored.file();
            }
        }
        return newest == null ? null : newest.policyVersion();
    }
}
