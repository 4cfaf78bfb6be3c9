/**
 * The benchmarks: the whole line against a loop of plain Kafka clients on the same machine in the same run, so that the
 * ratio carries over to other machines.
 */
package dev.signalbox.systemtests.bench;
