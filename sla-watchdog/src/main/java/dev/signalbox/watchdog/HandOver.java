package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * What handing a ticket over would take, as reckoned at its last route. Kept with the ticket, so that a level is decided
 * by what it was scheduled by.
 *
 * @param agentId who would get it; null where nobody is named, then everybody's usual time counts
 * @param takes working time for handing over and the first reply; null before it was reckoned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandOver(String agentId, Duration takes) {

    static final HandOver UNKNOWN = new HandOver(null, null);
}
