package dev.signalbox.contracts;

/** What has become of an approval. */
public enum ApprovalState {
    WAITING,
    APPROVED,
    REFUSED
}
