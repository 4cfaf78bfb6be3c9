package dev.signalbox.contracts;

/** Why routing decided (again). */
public enum RouteCause {
    NEW,
    CHANGED,
    ACCEPTED,
    DECLINED,
    TIMED_OUT,
    REOFFERED,
    REASSIGNED_WRONG_SKILL,
    REASSIGNED_SLA,
    REASSIGNED_PRESENCE,
    REASSIGNED_LOAD,
    REASSIGNED_PERSON,
    ESCALATED,
    REOPENED,
    SOLVED,
    REVIEWED,
    EXTERNAL
}
