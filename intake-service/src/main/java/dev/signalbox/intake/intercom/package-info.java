/** Intercom: notifications of conversations and tickets, and both as the REST API gives them. */
package dev.signalbox.intake.intercom;
