package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.SupportTier;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An escalation that is open now, as far as it concerns the owner.
 *
 * @param triggers the first and all that joined
 * @param by who asked for it, or null
 * @param from the tier from which it came, or null while nobody owns the ticket
 * @param completeness of its package, percent
 * @param returned it went back to its sender: nobody moves until it comes again (N9)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenEscalation(
        Set<EscalationTrigger> triggers,
        @Nullable String by,
        @Nullable SupportTier from,
        int completeness,
        boolean returned) {

    static @Nullable OpenEscalation of(Escalation change, @Nullable OpenEscalation known) {
        if (change.state() == EscalationState.RESOLVED || change.state() == EscalationState.CANCELLED) {
            return null;
        }
        EnumSet<EscalationTrigger> triggers = EnumSet.of(change.trigger());
        triggers.addAll(change.joined());
        Handoff handoff = change.handoff();
        boolean opens = change.change() == EscalationChange.OPENED;
        return new OpenEscalation(
                Set.copyOf(triggers),
                opens || known == null ? change.by() : known.by(),
                known == null ? null : known.from(),
                handoff == null ? 0 : handoff.completeness(),
                change.change() == EscalationChange.RETURNED || change.level() == 0);
    }

    OpenEscalation from(SupportTier tier) {
        return new OpenEscalation(triggers, by, tier, completeness, returned);
    }
}
