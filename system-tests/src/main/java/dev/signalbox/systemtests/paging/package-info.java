/** {@code ./signalbox paging}: what an escalation costs, and what a dead endpoint costs the others. */
package dev.signalbox.systemtests.paging;
