package dev.signalbox.contracts;

/** What routing decided. */
public enum RouteDecision {
    ASSIGNED,
    QUEUED,
    SELF_SERVICE,
    NEEDS_REVIEW,
    NO_ELIGIBLE_AGENT,
    RELEASED,
    CLOSED
}
