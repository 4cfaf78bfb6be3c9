/** What a ticket is about: cues in its text, severity by the ITIL matrix, who may be deflected. */
@NullMarked
package dev.signalbox.decisions.severity;

import org.jspecify.annotations.NullMarked;
