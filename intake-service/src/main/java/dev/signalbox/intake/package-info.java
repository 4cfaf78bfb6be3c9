/** The first station: what helpdesks and HTTP say becomes {@code tickets.raw} and {@code tickets.activity}. */
package dev.signalbox.intake;
