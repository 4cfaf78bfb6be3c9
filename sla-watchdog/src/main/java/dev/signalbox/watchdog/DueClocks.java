package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of running clocks with a deadline before a moment, by ticket, the ticket with the earliest deadline first.
 *
 * @param next the value of {@code after} for the next page, or null on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DueClocks(List<TicketClocks.ClockView> clocks, String next) {}
