/** What every section of a policy asks of its fields. */
@NullMarked
package dev.signalbox.decisions.validation;

import org.jspecify.annotations.NullMarked;
