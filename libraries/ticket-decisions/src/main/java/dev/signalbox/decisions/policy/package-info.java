/** The one policy document: read, validated, named by its hash. */
@NullMarked
package dev.signalbox.decisions.policy;

import org.jspecify.annotations.NullMarked;
