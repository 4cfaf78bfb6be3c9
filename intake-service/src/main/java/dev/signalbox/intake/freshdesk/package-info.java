/** Freshdesk: webhooks of automations (words), tickets and conversations of the REST API v2 (numbers). */
package dev.signalbox.intake.freshdesk;
