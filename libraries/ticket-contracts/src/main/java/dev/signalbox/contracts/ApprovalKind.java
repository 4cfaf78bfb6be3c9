package dev.signalbox.contracts;

/** What needs somebody's approval (S55). */
public enum ApprovalKind {
    REFUND,
    CONTRACT_CHANGE,
    POLICY_EXCEPTION
}
