package dev.signalbox.escalation.delivery.net;

/** A request would reach an address that is not permitted; nothing was sent. */
public final class RefusedDestination extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedDestination(String reason) {
        super(reason);
    }
}
