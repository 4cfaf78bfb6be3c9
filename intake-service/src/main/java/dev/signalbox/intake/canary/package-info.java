/** A ticket of no customer that goes through the whole line from time to time, to see whether it moves. */
package dev.signalbox.intake.canary;
