package dev.signalbox.escalation;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lets a person do something to one escalation, in a transaction of its own. */
@ApplicationScoped
class EscalationActs {

    private final Transactions transactions;
    private final Escalations escalations;
    private final EscalationDesk desk;

    EscalationActs(Transactions transactions, Escalations escalations, EscalationDesk desk) {
        this.transactions = transactions;
        this.escalations = escalations;
        this.desk = desk;
    }

    /**
     * The escalation's last change.
     *
     * @param what may refuse with a ProblemException
     */
    Uni<Escalation> on(String id, Consumer<EscalationDecision> what) {
        return transactions.run(work -> ticketOf(work, id)
                .chain(ticket -> desk.decide(work, Set.of(ticket), (ticketId, decision) -> what.accept(decision)))
                .map(decided -> {
                    List<Escalation> changes = new ArrayList<>(decided.get(0).changes());
                    changes.removeIf(change -> !change.id().equals(id));
                    return changes.get(changes.size() - 1);
                }));
    }

    private Uni<String> ticketOf(UnitOfWork work, String id) {
        return escalations
                .ticketOf(work, id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("The escalation " + id));
    }
}
