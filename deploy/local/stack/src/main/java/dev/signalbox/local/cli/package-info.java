/** The commands behind the script {@code signalbox}. */
package dev.signalbox.local.cli;
