package dev.signalbox.escalation.delivery.sink;

/** What a status says about an attempt. */
public enum Verdict {
    DELIVERED,

    /** Try again later. */
    FAILED,

    /** This message will never be taken, another one may. */
    REJECTED,

    /** Nobody is there any more: the endpoint is disabled until somebody enables it again. */
    GONE
}
