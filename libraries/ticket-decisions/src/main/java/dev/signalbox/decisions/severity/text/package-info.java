/** Words, phrases and negation: how cues are found in what a customer wrote. */
@NullMarked
package dev.signalbox.decisions.severity.text;

import org.jspecify.annotations.NullMarked;
