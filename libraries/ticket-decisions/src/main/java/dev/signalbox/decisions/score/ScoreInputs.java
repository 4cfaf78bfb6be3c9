package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a score depends on.
 *
 * @param timeZoneUnknown the account names a time zone that does not exist; its days are counted in UTC
 */
public record ScoreInputs(Factors factors, Circumstances circumstances, boolean timeZoneUnknown) {

    /**
     * The inputs of a case. Days to the renewal are those of the account's own calendar: from the date of {@code asOf}
     * in its time zone, or in UTC where it has none.
     *
     * @throws IllegalArgumentException if revenue is negative or health not 0..100
     */
    public static ScoreInputs of(Account account, Analysis analysis, Instant asOf) {
        Optional<ZoneId> zone = zoneOf(account.timeZone());
        LocalDate today = LocalDate.ofInstant(asOf, zone.orElse(ZoneOffset.UTC));
        LocalDate renewal = account.renewalDate();
        return new ScoreInputs(
                new Factors(
                        account.arr(),
                        account.health(),
                        analysis.severity(),
                        renewal == null ? null : ChronoUnit.DAYS.between(today, renewal)),
                new Circumstances(
                        account.planTier(),
                        analysis.totalOutage(),
                        analysis.hardRules(),
                        analysis.accessRevocation(),
                        !analysis.riskWords().isEmpty(),
                        analysis.stakeholder().key()),
                zone.isEmpty());
    }

    private static Optional<ZoneId> zoneOf(@Nullable String name) {
        try {
            return Optional.of(name == null ? ZoneOffset.UTC : ZoneId.of(name));
        } catch (DateTimeException e) {
            // the ticket matters more than a day: the score says that it was counted in UTC
            return Optional.empty();
        }
    }
}
