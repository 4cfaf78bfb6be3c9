/** Targets, clocks and their levels. */
@NullMarked
package dev.signalbox.decisions.sla;

import org.jspecify.annotations.NullMarked;
