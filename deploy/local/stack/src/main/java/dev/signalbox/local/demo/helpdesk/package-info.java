/** What helpdesks would send: their own payloads, filled with the demo's tickets. */
package dev.signalbox.local.demo.helpdesk;
