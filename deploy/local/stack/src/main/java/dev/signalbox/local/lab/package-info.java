/** {@code ./signalbox lab}: four weeks of a support floor on virtual time, to compare orders of service. */
package dev.signalbox.local.lab;
