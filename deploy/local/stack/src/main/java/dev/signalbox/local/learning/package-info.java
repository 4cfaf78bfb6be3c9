/** Teaches the classifier from a file and measures what it says: {@code ./signalbox train} and {@code evaluate}. */
package dev.signalbox.local.learning;
