package dev.signalbox.enrichment.classify.linear;

/**
 * A vector most of whose elements are 0.
 *
 * @param numbers of the elements that are not, ascending
 * @param weights of these
 */
record SparseVector(int[] numbers, float[] weights) {}
