/** Says of every ticket whose it is and what it is about; assigns its version. */
package dev.signalbox.enrichment;
