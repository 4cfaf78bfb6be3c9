/** Which process dies when, from a seed, and its coming back. */
package dev.signalbox.systemtests.chaos;
