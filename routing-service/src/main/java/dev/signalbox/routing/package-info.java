/** Who gets a ticket: one decision at a time over all replicas, stored in PostgreSQL, told on {@code tickets.routed}. */
package dev.signalbox.routing;
