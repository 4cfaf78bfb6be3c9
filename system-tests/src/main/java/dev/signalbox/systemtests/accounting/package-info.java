/** {@code ./signalbox accounting}: what was accepted is never lost, shown on the whole line while processes are killed. */
package dev.signalbox.systemtests.accounting;
