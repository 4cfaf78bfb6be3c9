/** The text classifier: what it learns from, what it says of a text, similar tickets and articles. */
package dev.signalbox.enrichment.classify;
