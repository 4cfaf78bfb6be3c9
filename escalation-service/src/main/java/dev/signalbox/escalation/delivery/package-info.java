/**
 * Brings escalations to where people look, beside the topic: rows that are written with the events, attempts that are
 * repeated until an endpoint has taken them, in order per escalation. No endpoint delays another one or the line.
 */
package dev.signalbox.escalation.delivery;
