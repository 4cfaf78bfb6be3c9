/** Numbers and texts of a stored model as bytes, big-endian. */
package dev.signalbox.enrichment.classify.binary;
