package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was told about a ticket, apart from its case file. Topics may be read in any order among each other:
 * the end is the same.
 *
 * @param version newest version of the case file seen; the other numbers are sequences of their topics
 * @param promises deadlines of clocks that run now
 * @param missed clocks that were breached
 * @param escalations open ones, by id
 */
public record Heard(
        long version,
        long actions,
        long clocks,
        long escalated,
        List<Fact> facts,
        Map<ClockKind, Instant> promises,
        Set<ClockKind> missed,
        Map<String, OpenEscalation> escalations) {

    public static final Heard NOTHING = new Heard(0, 0, 0, 0, List.of(), Map.of(), Set.of(), Map.of());

    public Heard {
        facts = facts == null ? List.of() : List.copyOf(facts);
        promises = promises == null ? Map.of() : Map.copyOf(promises);
        missed = missed == null ? Set.of() : Set.copyOf(missed);
        escalations = escalations == null ? Map.of() : Map.copyOf(escalations);
    }

    public Heard version(long newest) {
        return new Heard(newest, actions, clocks, escalated, facts, promises, missed, escalations);
    }

    public Heard action(long sequence) {
        return new Heard(version, sequence, clocks, escalated, facts, promises, missed, escalations);
    }

    /** Adds an activity once, however often it is told. */
    public Heard activity(Activity activity) {
        if (!Fact.matters(activity) || facts.stream().anyMatch(fact -> fact.id().equals(activity.activityId()))) {
            return this;
        }
        List<Fact> more = new ArrayList<>(facts);
        more.add(Fact.of(activity));
        more.sort(Fact.IN_TIME);
        return new Heard(version, actions, clocks, escalated, more, promises, missed, escalations);
    }

    public Heard clock(ClockChange change) {
        if (change.sequence() <= clocks) {
            return this;
        }
        Map<ClockKind, Instant> running = new EnumMap<>(ClockKind.class);
        running.putAll(promises);
        Set<ClockKind> late = EnumSet.noneOf(ClockKind.class);
        late.addAll(missed);
        Instant due = change.newDueAt();
        switch (change.kind()) {
            case ACTIVATED, RESUMED -> {
                if (due != null) {
                    running.put(change.clock(), due);
                }
            }
            // a paused clock has no deadline until it goes on
            case RETARGETED -> running.computeIfPresent(change.clock(), (clock, before) -> due == null ? before : due);
            case PAUSED, FULFILLED, CANCELLED -> running.remove(change.clock());
            case BREACHED, WARNED, SUPPRESSED -> {}
        }
        if (change.kind() == ClockEvent.BREACHED) {
            late.add(change.clock());
        }
        return new Heard(version, actions, change.sequence(), escalated, facts, running, late, escalations);
    }

    /** Takes in a change of an escalation. */
    public Heard escalation(Escalation change) {
        if (change.sequence() <= escalated) {
            return this;
        }
        Map<String, OpenEscalation> open = new HashMap<>(escalations);
        OpenEscalation known = open.get(change.id());
        OpenEscalation next = OpenEscalation.of(change, known);
        if (next == null) {
            open.remove(change.id());
        } else {
            open.put(change.id(), next);
        }
        return new Heard(version, actions, clocks, change.sequence(), facts, promises, missed, open);
    }

    /** The same, with the tier from which an escalation came filled in. */
    public Heard escalations(Map<String, OpenEscalation> open) {
        return new Heard(version, actions, clocks, escalated, facts, promises, missed, open);
    }

    /** The earliest deadline of a clock that runs, or null if the watchdog has told none. */
    public @Nullable Instant promise() {
        return promises.values().stream().min(Instant::compareTo).orElse(null);
    }
}
