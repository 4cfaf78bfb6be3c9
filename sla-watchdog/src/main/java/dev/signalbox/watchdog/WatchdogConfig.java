package dev.signalbox.watchdog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the watchdog; how it decides is the policy's business. */
@ConfigMapping(prefix = "signalbox.watchdog")
interface WatchdogConfig {

    /** Timers fired in one transaction at most: more is cheaper per timer, less is more punctual. */
    @WithDefault("2000")
    int fireBatch();

    /**
     * Timers that one replica fires per second at most, 1 or more. Above what a busy hour needs, below what would
     * swamp routing and escalation when a watchdog comes back after a downtime.
     */
    @WithDefault("5000")
    int firePerSecond();

    /** How often levels are looked for that are due without a decision and without a timer. */
    @WithDefault("1m")
    Duration sweep();

    /** How long a level has to be due before it is taken for missed: longer than decisions take under load. */
    @WithDefault("5m")
    Duration sweepAfter();

    /** Tickets whose clocks are counted anew in one transaction when a policy with other calendars becomes active. */
    @WithDefault("200")
    int recountBatch();

    /** How long after the first time all clocks are counted anew once more, for what came from replicas that lag behind. */
    @WithDefault("1m")
    Duration recountAgainAfter();

    /** How often pending and overdue timers are counted: the count reads all of them. */
    @WithDefault("15s")
    Duration countInterval();
}
