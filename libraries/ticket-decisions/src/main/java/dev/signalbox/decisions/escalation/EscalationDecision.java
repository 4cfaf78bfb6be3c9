package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.ApprovalState;
import dev.signalbox.contracts.Escalation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for one ticket and at one moment, what opens, joins, goes on and ends (S45-S56). Collects the changes; the
 * caller keeps {@link #state} and publishes {@link #changes}. Not safe for use by several threads.
 */
public final class EscalationDecision {

    private final CaseLedger ledger;
    private final Closing closing;
    private final Ladder ladder;
    private final Admission admission;
    private final Approvals approvals;

    /**
     * @param policyVersion the policy's hash, written into every change
     * @param now by the database's clock
     */
    public EscalationDecision(TicketEscalations state, EscalationPolicy policy, String policyVersion, Instant now) {
        this(state, policy, policyVersion, Reachability.ALWAYS, now);
    }

    /** The same where not everybody can be told at every time. */
    public EscalationDecision(
            TicketEscalations state, EscalationPolicy policy, String policyVersion, Reachability reach, Instant now) {
        this.ledger = new CaseLedger(state, policy, policyVersion, reach, now);
        this.closing = new Closing(ledger);
        this.ladder = new Ladder(ledger, closing);
        this.admission = new Admission(ledger, ladder, closing);
        this.approvals = new Approvals(ledger);
    }

    /** Takes in what was heard and decides what follows. Facts that were known change nothing. */
    public void take(List<? extends Fact> news) {
        news.forEach(ledger::learn);
        settle();
    }

    /** Lets time pass: conditions that waited take effect, silent levels give way to the next. */
    public void wake() {
        settle();
        for (EscalationProgress escalation : ledger.escalations()) {
            if (isOver(escalation.approvalDueAt())) {
                approvals.noticeSilence(escalation);
            } else if (isOver(escalation.silenceDueAt())) {
                ladder.noticeSilence(escalation);
            }
        }
    }

    private boolean isOver(@Nullable Instant due) {
        return due != null && !due.isAfter(ledger.now());
    }

    /**
     * Somebody asks by hand. A key that was seen before changes nothing.
     *
     * @throws IllegalStateException if the ticket has not been heard of
     */
    public void ask(Signal signal) {
        admission.admit(signal);
    }

    /**
     * A person acts on an escalation.
     *
     * @throws IllegalAction if its state does not offer that
     * @throws NoSuchElementException if the ticket has no such escalation
     */
    public void act(String id, EscalationAction action, String by, @Nullable String note) {
        ladder.act(escalation(id), action, by, note);
    }

    /**
     * Somebody asks for a role's approval (S55).
     *
     * @throws IllegalApproval if the policy knows no such approval, or the escalation's state does not offer that
     * @throws NoSuchElementException if the ticket has no such escalation
     */
    public void askApproval(String id, ApprovalKind kind, String by, String note) {
        approvals.ask(escalation(id), kind, by, note);
    }

    /**
     * A role decides.
     *
     * @param role the one that is waited for
     * @throws IllegalApproval if another role is waited for, or who asked would decide
     * @throws NoSuchElementException if no such approval is waited for
     */
    public void decideApproval(
            String id, ApprovalKind kind, boolean approved, String role, String by, @Nullable String because) {
        ApprovalState decision = approved ? ApprovalState.APPROVED : ApprovalState.REFUSED;
        approvals.decide(escalation(id), kind, decision, role, by, because);
    }

    private EscalationProgress escalation(String id) {
        return ledger.escalations().stream()
                .filter(one -> one.opening().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No escalation " + id + " of this ticket"));
    }

    /** Whether the ticket itself has been heard of. */
    public boolean knowsTheTicket() {
        return ledger.facts().file() != null;
    }

    /** When the ticket's present life began; {@link Instant#EPOCH} if it was never reopened. */
    public Instant livesSince() {
        return ledger.facts().life().since();
    }

    /** Whether the ticket is solved or merged. */
    public boolean ticketIsOver() {
        return ledger.facts().life().ended();
    }

    /** What was changed, in order, as it is to be published. */
    public List<Escalation> changes() {
        return ledger.changes();
    }

    /** What is to be kept. */
    public TicketEscalations state() {
        return ledger.state();
    }

    /** When {@link #wake} has something to do; null: only news can change anything. */
    public @Nullable Instant nextLook() {
        boolean waits = knowsTheTicket() && !ticketIsOver() && !ledger.facts().silent();
        Instant effect = waits ? Signals.nextEffect(ledger.facts(), ledger.now()) : null;
        return Stream.concat(
                        Stream.ofNullable(effect),
                        ledger.live()
                                .flatMap(one -> Stream.concat(
                                        Stream.ofNullable(one.approvalDueAt()), Stream.ofNullable(one.silenceDueAt()))))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void settle() {
        if (!knowsTheTicket()) {
            return;
        }
        List<Signal> released = closing.endWithTheTicket();
        ledger.release(released);
        if (!ticketIsOver()) {
            Lifespan life = ledger.facts().life();
            released.stream().filter(signal -> !life.isOver(signal.at())).forEach(admission::admit);
            Signals.of(ledger.facts(), ledger.policy(), ledger.now()).forEach(admission::admit);
            ladder.goOnWithWhatIsComplete();
        }
        closing.countRatings();
    }
}
