package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationState;
import java.util.Set;

/** An action that the escalation's state does not offer. */
public final class IllegalAction extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EscalationState state;
    private final transient Set<EscalationAction> allowed;

    IllegalAction(EscalationAction action, EscalationState state, Set<EscalationAction> allowed) {
        super(action + " is not possible in state " + state);
        this.state = state;
        this.allowed = allowed;
    }

    public EscalationState state() {
        return state;
    }

    /** What is possible instead; empty when it is over. */
    public Set<EscalationAction> allowed() {
        return allowed;
    }
}
