package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one team owes another (OLA): its own time with a ticket, never the time of those who had it before (P12, I17). It
 * counts by the calendar and the pauses of the ticket's resolution and fires nothing.
 *
 * @param elapsed working time used by then
 * @param dueAt when the team's own target is used up
 */
public record TeamClock(TeamTenure team, Duration elapsed, Duration target, Instant dueAt, boolean breached) {

    /** The clocks of all teams that had a ticket by that moment; none before its clocks run. */
    public static List<TeamClock> of(TeamTenures tenures, List<Clock> clocks, TargetTable targets, Instant now) {
        return tenures.all().stream()
                .filter(team -> !team.since().isAfter(now))
                .flatMap(team -> resolution(clocks, team.since()).map(clock -> of(team, clock, targets, now)).stream())
                .toList();
    }

    private static TeamClock of(TeamTenure team, Clock clock, TargetTable targets, Instant now) {
        Instant left = team.until() == null || team.until().isAfter(now) ? now : team.until();
        Instant until = clock.until(left).isBefore(left) ? clock.until(left) : left;
        WorkCalendar calendar = clock.workCalendar();
        Duration elapsed = until.isAfter(team.since()) ? calendar.between(team.since(), until) : Duration.ZERO;
        Duration target = targets.team().of(team.supportTier());
        return new TeamClock(
                team, elapsed, target, calendar.after(team.since(), target), elapsed.compareTo(target) > 0);
    }

    /** The resolution that ran when the team got the ticket. */
    private static Optional<Clock> resolution(List<Clock> clocks, Instant since) {
        return clocks.stream()
                .filter(clock -> clock.kind() == ClockKind.RESOLUTION)
                .filter(clock -> clock.cycle() == 1 || !clock.startedAt().isAfter(since))
                .reduce((earlier, later) -> later);
    }
}
