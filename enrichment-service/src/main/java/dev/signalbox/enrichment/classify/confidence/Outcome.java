package dev.signalbox.enrichment.classify.confidence;

/**
 * How a guess on an unseen ticket came out.
 *
 * @param confidence with which it was made, 0..1
 */
public record Outcome(double confidence, boolean right) {}
