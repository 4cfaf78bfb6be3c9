package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Moves escalations along their chains: step by step on silence, at a stop when somebody takes them (P31, P32). */
final class Ladder {

    private final CaseLedger ledger;
    private final Closing closing;

    Ladder(CaseLedger ledger, Closing closing) {
        this.ledger = ledger;
        this.closing = closing;
    }

    void act(EscalationProgress escalation, EscalationAction action, String by, @Nullable String note) {
        if (!escalation.allowed().contains(action)) {
            throw new IllegalAction(action, escalation.position().state(), escalation.allowed());
        }
        EscalationProgress noted = escalation.noted(ledger.now(), by, note);
        switch (action) {
            case ACKNOWLEDGE -> acknowledge(noted, by, note);
            case UPDATE -> update(noted, by, note);
            case RETURN -> returnToSender(noted, by, note);
            case RESOLVE -> closing.end(noted, EscalationState.RESOLVED, ledger.now(), by, note);
        }
    }

    /** The next step is told. */
    EscalationProgress raise(EscalationProgress escalation, @Nullable String by, @Nullable String note) {
        return tell(escalation.position().level() + 1, escalation, EscalationChange.LEVEL_RAISED, by, note);
    }

    /** The first step from a level on that reaches somebody is told; what nobody will hear of is said at once (I23). */
    EscalationProgress tell(
            int level,
            EscalationProgress escalation,
            EscalationChange change,
            @Nullable String by,
            @Nullable String note) {
        NextStep next = NextStep.of(escalation.opening(), level, ledger.reach(), ledger.now());
        Duration within = escalation.opening().step(next.level()).acknowledgeWithin();
        Position told = escalation.position().toldTo(next, within, ledger.now());
        EscalationProgress moved = ledger.change(escalation.at(told), change, by, next.explained(note));
        return next.at() == null ? sayThatNobodyHears(moved, "nobody on the chain can be told") : moved;
    }

    /** Time has passed without the sign of life that was due. */
    void noticeSilence(EscalationProgress escalation) {
        Position position = escalation.position();
        if (position.isHeld()) {
            tell(position.level(), escalation, EscalationChange.UNACKNOWLEDGED, null, "no update in time");
        } else if (position.waits() && position.ackDueAt() != null) {
            tell(position.level(), escalation, EscalationChange.LEVEL_RAISED, null, "somebody can be told now");
        } else if (position.waits()) {
            tryAgain(escalation);
        } else if (position.ackDueAt() != null && escalation.startsAgain()) {
            EscalationProgress again = escalation.at(position.repeated());
            String note = "nobody on the chain acknowledged: it starts again, "
                    + again.position().repeats() + " of " + again.opening().repeat();
            tell(1, again, EscalationChange.LEVEL_RAISED, null, note);
        } else if (position.ackDueAt() == null || escalation.lastLevel()) {
            sayThatNobodyHears(escalation, "nobody on the chain acknowledged");
        } else {
            raise(escalation, null, position.withSender() ? "the sender did not answer" : "not acknowledged in time");
        }
    }

    /** Nobody was on call at any time that was known; meanwhile there may be somebody. */
    private void tryAgain(EscalationProgress escalation) {
        if (NextStep.of(escalation.opening(), 1, ledger.reach(), ledger.now()).at() == null) {
            sayThatNobodyHears(escalation, "nobody on the chain can be told");
        } else {
            tell(1, escalation, EscalationChange.LEVEL_RAISED, null, null);
        }
    }

    /** What its sender has completed meanwhile starts on its chain. */
    void goOnWithWhatIsComplete() {
        ledger.live()
                .filter(one -> one.position().withSender() && one.position().level() == 0)
                .filter(one -> ledger.handoff(one).completeness()
                        >= ledger.policy().handoff().threshold())
                .filter(one -> ledger.documentsFor(one).isEmpty())
                .forEach(one -> raise(one, null, "the package is complete enough"));
    }

    private void acknowledge(EscalationProgress escalation, String by, @Nullable String note) {
        Duration silence = ledger.policy().updates().afterAcknowledging(ledger.severity());
        Position taken = escalation.position().acknowledged(silence, ledger.now());
        ledger.change(escalation.at(taken), EscalationChange.ACKNOWLEDGED, by, note);
    }

    private void update(EscalationProgress escalation, String by, @Nullable String note) {
        Position position = escalation.position();
        if (!position.withSender()) {
            Position updated = position.updated(ledger.updateEvery(), ledger.now());
            ledger.change(escalation.at(updated), EscalationChange.UPDATED, by, note);
        } else if (position.level() == 0) {
            raise(escalation, by, note);
        } else {
            tell(position.level(), escalation, EscalationChange.UPDATED, by, note);
        }
    }

    private void returnToSender(EscalationProgress escalation, String by, @Nullable String note) {
        Duration within = ledger.policy().handoff().returnWithin();
        Position returned = escalation.position().returned(within, ledger.now());
        ledger.change(escalation.at(returned), EscalationChange.RETURNED, by, note);
    }

    private EscalationProgress sayThatNobodyHears(EscalationProgress escalation, String note) {
        Position unanswered = escalation.position().unanswered(ledger.updateEvery(), ledger.now());
        return ledger.change(escalation.at(unanswered), EscalationChange.UNDELIVERABLE, null, note);
    }
}
