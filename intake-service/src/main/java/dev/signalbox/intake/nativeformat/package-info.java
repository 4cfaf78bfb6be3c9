/** Signalbox's own format, for helpdesks without an adapter: {@code signalbox.ticket.v1} and {@code signalbox.activity.v1}. */
package dev.signalbox.intake.nativeformat;
