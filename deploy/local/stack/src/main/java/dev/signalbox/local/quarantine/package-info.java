/** What could not be processed: looked at and sent on its way again. */
package dev.signalbox.local.quarantine;
