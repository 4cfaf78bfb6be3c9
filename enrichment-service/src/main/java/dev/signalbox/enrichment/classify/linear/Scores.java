package dev.signalbox.enrichment.classify.linear;

/**
 * What a stage says of a text.
 *
 * @param ofLabels a score for each label, the greater the likelier
 * @param familiarity the part of the text's words that were ever learnt, the telling ones heavier; 0..1
 */
public record Scores(float[] ofLabels, double familiarity) {}
