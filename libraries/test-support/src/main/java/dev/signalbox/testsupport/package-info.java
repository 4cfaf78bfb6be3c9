/** For tests: a real Kafka and PostgreSQL, readers and writers of topics, and example records to start from. */
package dev.signalbox.testsupport;
