/**
 * What a run has left behind, as the outside sees it: what was accepted, and every record of every topic in its order.
 */
package dev.signalbox.systemtests.history;
