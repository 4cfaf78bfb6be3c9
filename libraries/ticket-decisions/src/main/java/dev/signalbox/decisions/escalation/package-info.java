/** What opens an escalation, its chain, the handoff package. */
@NullMarked
package dev.signalbox.decisions.escalation;

import org.jspecify.annotations.NullMarked;
