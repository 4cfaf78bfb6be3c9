/** The first stage of the classifier: TF-IDF of words and character n-grams, and one hyperplane for each intent. */
package dev.signalbox.enrichment.classify.linear;
