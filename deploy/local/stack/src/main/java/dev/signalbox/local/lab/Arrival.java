package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import java.time.Instant;

/**
 * A ticket of the simulation.
 *
 * @param number in the order of arrival
 * @param at milliseconds since the simulation began, on a Monday at midnight
 * @param handling how long an agent works on it, in milliseconds; only the simulation knows
 * @param skill that an agent needs to take it
 * @param handBacks how often it is handed back to the queue before somebody keeps it
 */
record Arrival(int number, Band band, long at, long handling, int skill, int handBacks) {

    long due() {
        return at + Traffic.target(band).toMillis();
    }

    Instant since() {
        return Instant.ofEpochMilli(at);
    }
}
