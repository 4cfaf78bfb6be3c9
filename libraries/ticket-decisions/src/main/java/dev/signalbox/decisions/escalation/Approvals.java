package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Approval;
import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.ApprovalState;
import dev.signalbox.contracts.EscalationChange;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Asks roles for their approval and takes what they decide into the record (S55). */
final class Approvals {

    private final CaseLedger ledger;

    Approvals(CaseLedger ledger) {
        this.ledger = ledger;
    }

    /** Whoever asks has the escalation from now on; it waits for the role, not for him. */
    void ask(EscalationProgress escalation, ApprovalKind kind, String by, String note) {
        ApprovalRule rule = ledger.policy().approvals().get(kind);
        if (rule == null) {
            throw new IllegalApproval(
                    "The policy knows no approval of a " + kind,
                    kind.name(),
                    ledger.policy().approvals().keySet().toString());
        }
        if (!escalation.position().isLive() || escalation.position().withSender()) {
            throw new IllegalApproval(
                    "An approval is asked for by whoever works on the escalation",
                    escalation.position().withSender()
                            ? "with its sender"
                            : "state " + escalation.position().state(),
                    "an escalation that is open and not returned");
        }
        if (escalation.waiting(kind).isPresent()) {
            throw new IllegalApproval("It has been asked for", kind + " waits", "its decision first");
        }
        String role = rule.roles().get(0);
        Instant due = ledger.now().plus(rule.within());
        Approval asked = new Approval(kind, ApprovalState.WAITING, role, by, ledger.now(), note, due, null, null, null);
        Position taken = escalation.position().updated(ledger.updateEvery(), ledger.now());
        ledger.change(
                escalation.noted(ledger.now(), by, note).at(taken).with(asked),
                EscalationChange.APPROVAL_ASKED,
                by,
                kind + " of " + role + ": " + note);
    }

    /** @throws NoSuchElementException if no such approval is waited for */
    void decide(
            EscalationProgress escalation,
            ApprovalKind kind,
            ApprovalState decision,
            String role,
            String by,
            @Nullable String because) {
        Approval asked = escalation
                .waiting(kind)
                .filter(one -> escalation.position().isLive())
                .orElseThrow(() -> new NoSuchElementException("No approval of a " + kind + " is waited for"));
        if (!asked.role().equals(role)) {
            throw new IllegalApproval(kind + " waits for another role", role, asked.role());
        }
        if (asked.askedBy().equals(by)) {
            throw new IllegalApproval("Whoever asked does not decide", by, "somebody else as " + role);
        }
        Approval decided = new Approval(
                kind, decision, role, asked.askedBy(), asked.askedAt(), asked.note(), null, by, ledger.now(), because);
        EscalationProgress changed = escalation.noted(ledger.now(), by, because).with(decided);
        EscalationProgress going = changed.position().isHeld()
                ? changed.at(changed.position().updated(ledger.updateEvery(), ledger.now()))
                : changed;
        EscalationChange change =
                decision == ApprovalState.APPROVED ? EscalationChange.APPROVED : EscalationChange.REFUSED;
        ledger.change(going, change, by, because == null ? kind.name() : kind + ": " + because);
    }

    /** Roles that were silent give way to the next; the last is asked again, and that nobody decides is said aloud. */
    void noticeSilence(EscalationProgress escalation) {
        EscalationProgress latest = escalation;
        for (Approval asked : escalation.approvals()) {
            ApprovalRule rule = ledger.policy().approvals().get(asked.kind());
            boolean silent = asked.dueAt() != null && !asked.dueAt().isAfter(ledger.now());
            if (silent && rule != null) {
                boolean last = rule.isLast(asked.role());
                String role = rule.after(asked.role());
                Instant due = ledger.now().plus(rule.within());
                latest = ledger.change(
                        latest.with(new Approval(
                                asked.kind(),
                                ApprovalState.WAITING,
                                role,
                                asked.askedBy(),
                                asked.askedAt(),
                                asked.note(),
                                due,
                                null,
                                null,
                                null)),
                        last ? EscalationChange.UNDELIVERABLE : EscalationChange.APPROVAL_ASKED,
                        null,
                        asked.kind() + " of " + role + ": " + asked.role() + " did not decide in time");
            }
        }
    }
}
