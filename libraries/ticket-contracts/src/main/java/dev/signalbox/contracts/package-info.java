/**
 * What is said: one record for each topic, the topics themselves, the one JSON codec and the event ids.
 *
 * <p>Fields may be added, never renamed or removed. Unknown fields are ignored by every reader.
 */
@NullMarked
package dev.signalbox.contracts;

import org.jspecify.annotations.NullMarked;
