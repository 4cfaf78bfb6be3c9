/** What is said of many measured values. */
package dev.signalbox.systemtests.figures;
