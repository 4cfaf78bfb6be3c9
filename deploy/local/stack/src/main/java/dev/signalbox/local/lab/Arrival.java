package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import java.time.Instant;

/**
 * A ticket of the simulation.
 *
 * @param number in the order of arrival
 * @param at milliseconds since the simulation began
 * @param handling how long an agent works on it, in milliseconds; only the simulation knows
 */
record Arrival(int number, Band band, long at, long handling) {

    long due() {
        return at + Traffic.target(band).toMillis();
    }

    Instant since() {
        return Instant.ofEpochMilli(at);
    }
}
