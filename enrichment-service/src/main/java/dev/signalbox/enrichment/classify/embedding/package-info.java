/** The second stage of the classifier: what a text means, by a sentence encoder that is shipped in a jar. */
package dev.signalbox.enrichment.classify.embedding;
