/** Tables of a policy that have no holes. */
@NullMarked
package dev.signalbox.decisions.table;

import org.jspecify.annotations.NullMarked;
