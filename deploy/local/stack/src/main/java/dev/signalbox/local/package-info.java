/**
 * The whole of Signalbox on one machine: a real Kafka broker, a real PostgreSQL server and the built services, each a
 * process of its own that can be stopped, killed and started again.
 */
package dev.signalbox.local;
