package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Approval;
import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.ApprovalState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.WarningSign;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One escalation: how it was opened, what joined it and where it stands.
 *
 * @param signals what opened it and what joined, in the order of arrival
 * @param notes what people wrote when they acted on it
 * @param outcome null until it is resolved
 * @param approvals decisions of roles that were asked for, oldest first (S55)
 */
public record EscalationProgress(
        Opening opening,
        List<Signal> signals,
        Position position,
        List<Handoff.Entry> notes,
        @Nullable Outcome outcome,
        List<Approval> approvals) {

    /**
     * How well it was handled (S54).
     *
     * @param completeness of the handoff package when it was resolved, percent
     * @param rating 0..100; null: not rated
     * @param score 0..100, two decimals
     */
    public record Outcome(int completeness, @Nullable Integer rating, BigDecimal score) {}

    public EscalationProgress {
        signals = List.copyOf(signals);
        notes = List.copyOf(notes);
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
    }

    static EscalationProgress fresh(Opening opening, Signal signal, Position position) {
        return new EscalationProgress(opening, List.of(signal), position, List.of(), null, List.of());
    }

    EscalationProgress at(Position newPosition) {
        return new EscalationProgress(opening, signals, newPosition, notes, outcome, approvals);
    }

    EscalationProgress joinedBy(List<Signal> more) {
        List<Signal> all = new ArrayList<>(signals);
        all.addAll(more);
        return new EscalationProgress(opening, all, position, notes, outcome, approvals);
    }

    EscalationProgress resolvedWith(Outcome reached) {
        return new EscalationProgress(opening, signals, position, notes, reached, approvals);
    }

    EscalationProgress noted(Instant when, String by, @Nullable String note) {
        if (note == null || note.isBlank()) {
            return this;
        }
        List<Handoff.Entry> all = new ArrayList<>(notes);
        all.add(new Handoff.Entry(when, by, note));
        return new EscalationProgress(opening, signals, position, all, outcome, approvals);
    }

    /** Who holds it now; null while nobody can be told. */
    public @Nullable String owner() {
        String sender = opening.sender();
        if (position.withSender() && sender != null) {
            return sender;
        }
        if (position.waits()) {
            return null;
        }
        String told = position.told();
        return told != null ? told : opening.step(position.level()).owner();
    }

    /** Whom the handoff package is for. */
    String receiver() {
        return opening.step(position.level()).owner();
    }

    /** This and an approval, or the new state of one that was waited for. */
    EscalationProgress with(Approval approval) {
        List<Approval> all = new ArrayList<>(approvals);
        all.removeIf(one -> one.kind() == approval.kind() && one.state() == ApprovalState.WAITING);
        all.add(approval);
        return new EscalationProgress(opening, signals, position, notes, outcome, all);
    }

    Optional<Approval> waiting(ApprovalKind kind) {
        return approvals.stream()
                .filter(one -> one.kind() == kind && one.state() == ApprovalState.WAITING)
                .findFirst();
    }

    /** When a role must have decided; null if none is waited for. */
    @Nullable
    Instant approvalDueAt() {
        return position.isLive()
                ? approvals.stream()
                        .flatMap(one -> Stream.ofNullable(one.dueAt()))
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /** When silence has to be noticed; whoever waits for an approval owes no update. */
    @Nullable
    Instant silenceDueAt() {
        return approvalDueAt() != null && position.isHeld() ? null : position.wakesAt();
    }

    /** What a person can do now. */
    public Set<EscalationAction> allowed() {
        if (approvalDueAt() != null) {
            return Set.of(EscalationAction.UPDATE);
        }
        return EscalationAction.allowed(position.state(), position.withSender(), isReturnable());
    }

    /** It has a sender, and experts who were called straight away do not send anything back (S52). */
    boolean isReturnable() {
        return opening.sender() != null && !opening.priorityDriven();
    }

    boolean isSameAs(EscalationProgress other) {
        return opening.id().equals(other.opening().id());
    }

    /** Opened before what it warns of, a passed deadline or the customer's own request, which has not come yet. */
    boolean predicted() {
        return signals.get(0).predicted()
                && signals.stream()
                        .filter(signal -> signal.trigger() == opening.trigger())
                        .allMatch(Signal::predicted);
    }

    /** What the first prediction rests on; empty if there was none. */
    List<WarningSign> signs() {
        return signals.stream()
                .map(Signal::signs)
                .filter(signs -> !signs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Nullable
    BigDecimal qualityScore() {
        return outcome == null ? null : outcome.score();
    }

    boolean isAboutAClock() {
        return signals.stream().anyMatch(Signal::ofClock);
    }

    boolean lastLevel() {
        return position.level() >= opening.chain().size();
    }

    /** The last level was told, and the chain may begin once more. */
    boolean startsAgain() {
        int allowed = opening.repeat() == null ? 0 : opening.repeat();
        int made = position.repeats() == null ? 0 : position.repeats();
        return lastLevel() && made < allowed;
    }

    /** Further triggers, each once. */
    List<EscalationTrigger> joined() {
        return signals.stream()
                .map(Signal::trigger)
                .filter(trigger -> trigger != opening.trigger())
                .distinct()
                .toList();
    }

    /** When the first of its signals in the present life happened. */
    Instant since(Lifespan life) {
        return signals.stream()
                .map(Signal::at)
                .filter(at -> !life.isOver(at))
                .min(Comparator.naturalOrder())
                .orElse(opening.openedAt());
    }

    /** What opened it happened before the ticket's reopening. */
    boolean openedInAnEarlierLife(Lifespan life) {
        return life.isOver(signals.get(0).at());
    }

    /**
     * Whether a signal of that type, risk and time needs no escalation of its own beside this one. Experts who were
     * called straight away have everything; otherwise the functional and the hierarchical way run side by side (S48).
     * This is a partial order, so that in any arrival order the same escalations remain.
     */
    boolean covers(Opening other, Instant otherSince, Lifespan life) {
        boolean alongside = !other.priorityDriven() && opening.functional() == other.functional();
        boolean sameWay = opening.priorityDriven() || alongside;
        return sameWay
                && opening.risk().compareTo(other.risk()) >= 0
                && !since(life).isAfter(otherSince);
    }

    /** Same way and same risk: one of both is enough, whichever came first. */
    boolean isAlike(Opening other) {
        return opening.risk() == other.risk()
                && opening.priorityDriven() == other.priorityDriven()
                && opening.functional() == other.functional();
    }
}
