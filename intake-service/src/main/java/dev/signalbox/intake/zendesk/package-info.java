/** Zendesk: webhooks of events and of triggers, events by way of Amazon EventBridge, tickets of the REST API. */
package dev.signalbox.intake.zendesk;
