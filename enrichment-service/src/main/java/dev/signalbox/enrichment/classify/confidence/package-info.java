/** How sure the classifier may say to be: measured on tickets that it had not seen (N6). */
package dev.signalbox.enrichment.classify.confidence;
