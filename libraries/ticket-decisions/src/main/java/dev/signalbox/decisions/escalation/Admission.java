package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.Handoff;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a signal open an escalation or join one. What is covered by an open one joins it; one of higher risk starts its
 * own chain beside. If it happened before a lesser one that was heard of first, it takes that one over: so the
 * escalations that remain are the same whatever the order of arrival.
 */
final class Admission {

    private final CaseLedger ledger;
    private final Ladder ladder;
    private final Closing closing;

    Admission(CaseLedger ledger, Ladder ladder, Closing closing) {
        this.ledger = ledger;
        this.ladder = ladder;
        this.closing = closing;
    }

    /** A signal that has taken effect before changes nothing. */
    void admit(Signal signal) {
        if (!ledger.consume(signal)) {
            return;
        }
        boolean late = signal.level() >= ledger.policy().conditions().raiseFromLevel();
        Optional<EscalationProgress> ofClock =
                ledger.live().filter(EscalationProgress::isAboutAClock).findFirst();
        if (late && ofClock.isPresent()) {
            raiseForClock(ofClock.get(), signal);
        } else {
            openOrJoin(signal);
        }
    }

    private void openOrJoin(Signal signal) {
        Opening opening = Openings.of(
                signal,
                ledger.caseFile(),
                ledger.facts(),
                ledger.policy(),
                ledger.escalations().size() + 1,
                ledger.now());
        Lifespan life = ledger.facts().life();
        Optional<EscalationProgress> host = ledger.live()
                .filter(one -> one.covers(opening, signal.at(), life))
                .max(Comparator.comparing(one -> one.opening().risk()))
                .or(() -> ledger.live().filter(one -> one.isAlike(opening)).findFirst());
        takeOverLesserOnes(
                host.isPresent()
                        ? join(host.get(), List.of(signal), signal.askedBy(), signal.reason())
                        : open(opening, signal));
    }

    private EscalationProgress open(Opening opening, Signal signal) {
        Position nowhere = Position.fresh(ledger.updateEvery(), ledger.now());
        EscalationProgress fresh = EscalationProgress.fresh(opening, signal, nowhere);
        Handoff handoff = ledger.handoff(fresh);
        HandoffPolicy policy = ledger.policy().handoff();
        List<String> documents = ledger.documentsFor(fresh);
        boolean poor = handoff.completeness() < policy.threshold();
        if (!fresh.isReturnable() || (!poor && documents.isEmpty())) {
            ledger.add(fresh);
            return ladder.tell(1, fresh, EscalationChange.OPENED, opening.sender(), null);
        }
        EscalationProgress withSender = fresh.at(nowhere.returned(policy.returnWithin(), ledger.now()));
        ledger.add(withSender);
        ledger.change(withSender, EscalationChange.OPENED, opening.sender(), null);
        String note = poor
                ? "missing: " + String.join(", ", handoff.missing())
                : "can it be solved with " + String.join(", ", documents) + "? an answer hands it up all the same";
        return ledger.change(withSender, EscalationChange.RETURNED, null, note);
    }

    private EscalationProgress join(EscalationProgress host, List<Signal> signals, @Nullable String by, String note) {
        EscalationProgress joined = ledger.change(host.joinedBy(signals), EscalationChange.JOINED, by, note);
        boolean confirmed =
                by != null && joined.opening().step(joined.position().level()).onlyUntilConfirmed();
        return confirmed && !joined.lastLevel() ? ladder.raise(joined, by, "confirmed") : joined;
    }

    private void takeOverLesserOnes(EscalationProgress greater) {
        Lifespan life = ledger.facts().life();
        EscalationProgress host = greater;
        for (EscalationProgress other : ledger.live().toList()) {
            if (!other.isSameAs(host)
                    && !other.position().isHeld()
                    && host.covers(other.opening(), other.since(life), life)) {
                String note = "joined " + host.opening().id();
                closing.end(other, EscalationState.CANCELLED, ledger.now(), null, note);
                host = join(
                        host,
                        other.signals(),
                        null,
                        "took over " + other.opening().id());
            }
        }
    }

    private void raiseForClock(EscalationProgress escalation, Signal signal) {
        EscalationProgress known = escalation.joinedBy(List.of(signal));
        if (known.lastLevel()) {
            ledger.change(known, EscalationChange.JOINED, null, signal.reason());
        } else {
            ladder.raise(known, null, signal.reason());
        }
    }
}
