package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.decisions.escalation.EscalationProgress.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends escalations, with their ticket or by hand, and says how well they were handled (S54). */
final class Closing {

    private final CaseLedger ledger;

    Closing(CaseLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * A solved ticket resolves its escalations, a merged one cancels them; one that was reopened meanwhile loses those of
     * its earlier life.
     *
     * @return signals of what was ended that are later than the end: a reopening that is still to be heard of, also one
     *     before those that were heard of, may make them count
     */
    List<Signal> endWithTheTicket() {
        Lifespan life = ledger.facts().life();
        Instant end = life.lastEnd();
        if (end == null) {
            return List.of();
        }
        EscalationState state = life.merged() ? EscalationState.CANCELLED : EscalationState.RESOLVED;
        String note = life.merged() ? "the ticket was merged" : "the ticket was solved";
        List<Signal> released = new ArrayList<>();
        ledger.live()
                .filter(one -> life.ended() || one.openedInAnEarlierLife(life))
                .forEach(one -> {
                    end(one, state, laterOf(end, one.opening().openedAt()), null, note);
                    one.signals().stream()
                            .filter(signal ->
                                    !life.isOver(signal.at()) || !signal.at().isBefore(end))
                            .forEach(released::add);
                });
        return released;
    }

    void end(
            EscalationProgress escalation,
            EscalationState state,
            Instant at,
            @Nullable String by,
            @Nullable String note) {
        EscalationProgress ended = escalation.at(escalation.position().ended(state, at));
        if (state == EscalationState.RESOLVED) {
            Outcome outcome = outcome(ended, ledger.handoff(ended).completeness(), at);
            ledger.change(ended.resolvedWith(outcome), EscalationChange.RESOLVED, by, note);
        } else {
            ledger.change(ended, EscalationChange.CANCELLED, by, note);
        }
    }

    /** A rating often comes after the end; then the score is restated. */
    void countRatings() {
        for (EscalationProgress escalation : ledger.escalations()) {
            Instant resolvedAt = escalation.position().resolvedAt();
            Outcome before = escalation.outcome();
            if (before != null && resolvedAt != null) {
                Outcome after = outcome(escalation, before.completeness(), resolvedAt);
                if (!Objects.equals(before.rating(), after.rating())) {
                    ledger.change(escalation.resolvedWith(after), EscalationChange.UPDATED, null, "rated");
                }
            }
        }
    }

    private Outcome outcome(EscalationProgress escalation, int completeness, Instant resolvedAt) {
        Opening opening = escalation.opening();
        Duration taken = Duration.between(opening.openedAt(), resolvedAt);
        Integer rating = rating(opening.openedAt(), resolvedAt);
        return new Outcome(
                completeness,
                rating,
                QualityScore.of(
                        completeness,
                        taken,
                        opening.target(),
                        rating,
                        ledger.policy().quality()));
    }

    /** The latest rating since the opening, unless the ticket had been reopened before it came. */
    private @Nullable Integer rating(Instant openedAt, Instant resolvedAt) {
        Instant nextLife = ledger.facts().life().since();
        Integer latest = null;
        for (Activity activity : ledger.facts().history()) {
            boolean ofNextLife = nextLife.isAfter(resolvedAt) && !activity.at().isBefore(nextLife);
            boolean rated = activity.kind() == ActivityKind.RATED && activity.rating() != null;
            if (rated && !ofNextLife && !activity.at().isBefore(openedAt)) {
                latest = activity.rating();
            }
        }
        return latest;
    }

    private static Instant laterOf(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
