/** Reading payloads from outside: strict JSON in, a {@link dev.signalbox.intake.reading.Reading} out. */
package dev.signalbox.intake.reading;
