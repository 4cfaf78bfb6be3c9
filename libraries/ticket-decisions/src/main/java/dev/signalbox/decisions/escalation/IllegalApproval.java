package dev.signalbox.decisions.escalation;

/** An approval that cannot be asked for or decided so. */
public final class IllegalApproval extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String allowed;

    IllegalApproval(String message, String found, String allowed) {
        super(message);
        this.found = found;
        this.allowed = allowed;
    }

    /** What stands in the way. */
    public String found() {
        return found;
    }

    /** What is possible instead. */
    public String allowed() {
        return allowed;
    }
}
