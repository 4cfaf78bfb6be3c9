/** Holds what Signalbox has written against the JSON Schemas that its consumers read. */
package dev.signalbox.systemtests.schemas;
