/**
 * State and events change together: one PostgreSQL transaction for each batch of records, an outbox in it, and a relay
 * that publishes in order. What was committed is published at least once; first occurrences are never reordered.
 */
package dev.signalbox.outbox;
