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
        int next = escalation.position().level() + 1;
        return ledger.change(toldTo(next, escalation), EscalationChange.LEVEL_RAISED, by, note);
    }

    /** Time has passed without the sign of life that was due. */
    void noticeSilence(EscalationProgress escalation) {
        Position position = escalation.position();
        if (position.isHeld()) {
            ledger.change(
                    toldTo(position.level(), escalation), EscalationChange.UNACKNOWLEDGED, null, "no update in time");
        } else if (position.ackDueAt() == null || escalation.lastLevel()) {
            ledger.change(
                    escalation.at(position.unanswered(ledger.updateEvery(), ledger.now())),
                    EscalationChange.UNDELIVERABLE,
                    null,
                    "nobody on the chain acknowledged");
        } else {
            raise(escalation, null, position.withSender() ? "the sender did not answer" : "not acknowledged in time");
        }
    }

    /** What its sender has completed meanwhile starts on its chain. */
    void goOnWithWhatIsComplete() {
        ledger.live()
                .filter(one -> one.position().withSender() && one.position().level() == 0)
                .filter(one -> ledger.handoff(one).completeness()
                        >= ledger.policy().handoff().threshold())
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
            ledger.change(toldTo(position.level(), escalation), EscalationChange.UPDATED, by, note);
        }
    }

    private void returnToSender(EscalationProgress escalation, String by, @Nullable String note) {
        Duration within = ledger.policy().handoff().returnWithin();
        Position returned = escalation.position().returned(within, ledger.now());
        ledger.change(escalation.at(returned), EscalationChange.RETURNED, by, note);
    }

    private EscalationProgress toldTo(int level, EscalationProgress escalation) {
        Duration within = escalation.opening().step(level).acknowledgeWithin();
        return escalation.at(escalation.position().toldTo(level, within, ledger.now()));
    }
}
