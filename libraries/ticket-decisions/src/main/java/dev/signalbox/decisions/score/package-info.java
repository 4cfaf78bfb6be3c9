/** The priority score, its floors, bands and the nearest change of band. */
@NullMarked
package dev.signalbox.decisions.score;

import org.jspecify.annotations.NullMarked;
