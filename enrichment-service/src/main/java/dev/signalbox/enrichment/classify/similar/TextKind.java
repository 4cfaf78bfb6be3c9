package dev.signalbox.enrichment.classify.similar;

/** What a text belongs to. */
public enum TextKind {
    TICKET,
    ARTICLE
}
