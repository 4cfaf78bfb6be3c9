/** Outbound requests, to none but permitted addresses. */
package dev.signalbox.escalation.delivery.net;
