package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person can do to an escalation. */
public enum EscalationAction {
    /** Somebody takes it: the chain stops. */
    ACKNOWLEDGE,
    /** A sign of life, or the sender's answer to a return. */
    UPDATE,
    /** Back to the sender with a question. */
    RETURN,
    /** Done. */
    RESOLVE;

    /**
     * What is legal now; everything else is refused.
     *
     * @param withSender it was returned and waits for the sender
     * @param returnable there is somebody to send it back to
     */
    static Set<EscalationAction> allowed(EscalationState state, boolean withSender, boolean returnable) {
        EnumSet<EscalationAction> allowed = switch (state) {
            case OPEN -> withSender ? EnumSet.of(UPDATE, RESOLVE) : EnumSet.of(ACKNOWLEDGE, RETURN, RESOLVE);
            case ACKNOWLEDGED, IN_PROGRESS -> EnumSet.of(UPDATE, RETURN, RESOLVE);
            case RESOLVED, CANCELLED -> EnumSet.noneOf(EscalationAction.class);
        };
        if (!returnable) {
            allowed.remove(RETURN);
        }
        return Collections.unmodifiableSet(allowed);
    }
}
