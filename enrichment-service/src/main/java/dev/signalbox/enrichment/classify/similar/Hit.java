package dev.signalbox.enrichment.classify.similar;

/**
 * A text that one of the indexes has found.
 *
 * @param likeness of words 0..1, of meaning the cosine
 */
record Hit(String id, float likeness) {}
