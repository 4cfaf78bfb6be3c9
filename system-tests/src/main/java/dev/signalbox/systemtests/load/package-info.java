/** The customers, the helpdesk and the agents of a run: what is said to Signalbox, and a journal of what it accepted. */
package dev.signalbox.systemtests.load;
