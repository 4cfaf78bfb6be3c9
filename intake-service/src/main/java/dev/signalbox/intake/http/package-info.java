/** The intake's HTTP door: tickets and activity in our format, webhooks in the helpdesks' own. */
package dev.signalbox.intake.http;
