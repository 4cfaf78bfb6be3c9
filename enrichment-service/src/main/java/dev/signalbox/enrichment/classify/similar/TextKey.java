package dev.signalbox.enrichment.classify.similar;

/** Names a text: that of a resolved ticket or of an article. */
public record TextKey(TextKind kind, String id) {}
