package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The escalations of one ticket while they are decided on, and every change that was made, numbered. */
final class CaseLedger {

    private final String ticketId;
    private final EscalationPolicy policy;
    private final String policyVersion;
    private final Reachability reach;
    private final Instant now;
    private final List<EscalationProgress> escalations;
    private final Set<String> consumed;
    private final List<Escalation> changes = new ArrayList<>();
    private TicketFacts facts;
    private long sequence;

    CaseLedger(
            TicketEscalations state, EscalationPolicy policy, String policyVersion, Reachability reach, Instant now) {
        this.ticketId = state.ticketId();
        this.policy = policy;
        this.policyVersion = policyVersion;
        this.reach = reach;
        this.now = now;
        this.escalations = new ArrayList<>(state.escalations());
        this.consumed = new HashSet<>(state.consumed());
        this.facts = state.facts();
        this.sequence = state.sequence();
    }

    void learn(Fact fact) {
        facts = facts.and(fact, policy);
    }

    /** Whether the signal has not taken effect before; from now on it has. */
    boolean consume(Signal signal) {
        return consumed.add(signal.key());
    }

    /** Lets signals take effect once more. */
    void release(List<Signal> signals) {
        signals.forEach(signal -> consumed.remove(signal.key()));
    }

    void add(EscalationProgress fresh) {
        escalations.add(fresh);
    }

    /** Keeps a new state of an escalation and says so. */
    EscalationProgress change(
            EscalationProgress changed, EscalationChange kind, @Nullable String by, @Nullable String note) {
        escalations.replaceAll(one -> one.isSameAs(changed) ? changed : one);
        CaseFile file = caseFile();
        changes.add(
                EscalationRecords.of(changed, kind, file, handoff(changed), ++sequence, now, by, note, policyVersion));
        return changed;
    }

    Handoff handoff(EscalationProgress escalation) {
        return HandoffPackage.of(caseFile(), facts, escalation.notes(), escalation.receiver(), policy.handoff());
    }

    /** What lets the agent who handed it up solve it himself (S51). */
    List<String> documentsFor(EscalationProgress escalation) {
        return FrontLineGate.documents(escalation.opening(), caseFile(), facts, policy);
    }

    /** A copy, so that what is decided on may change meanwhile. */
    List<EscalationProgress> escalations() {
        return List.copyOf(escalations);
    }

    Stream<EscalationProgress> live() {
        return escalations().stream().filter(one -> one.position().isLive());
    }

    Duration updateEvery() {
        return policy.updates().every(severity());
    }

    Severity severity() {
        return caseFile().analysis().severity();
    }

    CaseFile caseFile() {
        CaseFile file = facts.file();
        if (file == null) {
            throw new IllegalStateException("Nothing is decided on a ticket that has not been heard of");
        }
        return file;
    }

    TicketFacts facts() {
        return facts;
    }

    EscalationPolicy policy() {
        return policy;
    }

    Reachability reach() {
        return reach;
    }

    Instant now() {
        return now;
    }

    List<Escalation> changes() {
        return List.copyOf(changes);
    }

    TicketEscalations state() {
        return new TicketEscalations(ticketId, facts, escalations, consumed, sequence);
    }
}
