/**
 * "Wake me at": timers as rows in PostgreSQL, due by the database's clock, taken once over all replicas, changed in the
 * same transaction as the state that they belong to.
 */
package dev.signalbox.timers;
