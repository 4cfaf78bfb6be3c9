/** Who gets a ticket: the matrix, eligibility, the choice, the queue. */
@NullMarked
package dev.signalbox.decisions.routing;

import org.jspecify.annotations.NullMarked;
