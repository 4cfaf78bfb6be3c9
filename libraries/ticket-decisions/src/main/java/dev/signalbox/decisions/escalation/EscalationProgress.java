package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Handoff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One escalation: how it was opened, what joined it and where it stands.
 *
 * @param signals what opened it and what joined, in the order of arrival
 * @param notes what people wrote when they acted on it
 * @param outcome null until it is resolved
 */
public record EscalationProgress(
        Opening opening,
        List<Signal> signals,
        Position position,
        List<Handoff.Entry> notes,
        @Nullable Outcome outcome) {

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
    }

    EscalationProgress at(Position newPosition) {
        return new EscalationProgress(opening, signals, newPosition, notes, outcome);
    }

    EscalationProgress joinedBy(List<Signal> more) {
        List<Signal> all = new ArrayList<>(signals);
        all.addAll(more);
        return new EscalationProgress(opening, all, position, notes, outcome);
    }

    EscalationProgress resolvedWith(Outcome reached) {
        return new EscalationProgress(opening, signals, position, notes, reached);
    }

    EscalationProgress noted(Instant when, String by, @Nullable String note) {
        if (note == null || note.isBlank()) {
            return this;
        }
        List<Handoff.Entry> all = new ArrayList<>(notes);
        all.add(new Handoff.Entry(when, by, note));
        return new EscalationProgress(opening, signals, position, all, outcome);
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

    /** What a person can do now. */
    public Set<EscalationAction> allowed() {
        return EscalationAction.allowed(position.state(), position.withSender(), isReturnable());
    }

    /** It has a sender, and experts who were called straight away do not send anything back (S52). */
    boolean isReturnable() {
        return opening.sender() != null && !opening.priorityDriven();
    }

    boolean isSameAs(EscalationProgress other) {
        return opening.id().equals(other.opening().id());
    }

    /** Opened before a deadline that has not passed yet. */
    boolean predicted() {
        return opening.trigger() == EscalationTrigger.SLA_BREACH
                && signals.stream().filter(Signal::ofClock).allMatch(Signal::predicted);
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
