package dev.signalbox.testsupport;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.Ticket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** See {@link Examples#aCase()}. */
public final class CaseExample {

    private long version = 1;
    private Instant asOf = Examples.NOW;
    private String policyVersion = "sha256:example";
    private Ticket ticket = Examples.aTicket().build();
    private Account account = Examples.anAccount().build().asAccount(1);
    private Analysis analysis = Examples.anAnalysis().build();
    private Band band = Band.STANDARD;
    private String value = "55.00";
    private Duration firstResponse = Duration.ofHours(4);
    private Duration resolution = Duration.ofHours(24);
    private String calendar = "24x7";

    public CaseExample version(long newVersion) {
        version = newVersion;
        return this;
    }

    public CaseExample asOf(Instant at) {
        asOf = at;
        return this;
    }

    public CaseExample policy(String hash) {
        policyVersion = hash;
        return this;
    }

    public CaseExample of(Ticket newTicket) {
        ticket = newTicket;
        return this;
    }

    public CaseExample of(Account newAccount) {
        account = newAccount;
        return this;
    }

    public CaseExample of(Analysis newAnalysis) {
        analysis = newAnalysis;
        return this;
    }

    /** @param newValue a decimal that belongs to the band */
    public CaseExample scored(Band newBand, String newValue) {
        band = newBand;
        value = newValue;
        return this;
    }

    public CaseExample targets(Duration newFirstResponse, Duration newResolution) {
        firstResponse = newFirstResponse;
        resolution = newResolution;
        return this;
    }

    /** By which calendar of the policy the targets count. */
    public CaseExample calendar(String name) {
        calendar = name;
        return this;
    }

    /** The value of {@code tickets.enriched}. */
    public CaseFile enriched() {
        return CaseFile.enriched(version, asOf, policyVersion, ticket, account, analysis);
    }

    /** The value of {@code tickets.scored}: the given score and targets. */
    public CaseFile scored() {
        BigDecimal zero = new BigDecimal("0.00");
        BigDecimal score = new BigDecimal(value);
        var contributions = new Score.Contributions(score, zero, zero, zero);
        return enriched()
                .scored(
                        new Score(score, score, band, contributions, List.of(), null, List.of()),
                        new Sla(
                                target(firstResponse, ticket.createdAt().plus(firstResponse)),
                                target(firstResponse, null),
                                target(resolution, ticket.createdAt().plus(resolution)),
                                List.of()));
    }

    private SlaTarget target(Duration length, Instant dueAt) {
        return new SlaTarget(length, List.of("BAND_" + band), calendar, dueAt, null, null);
    }
}
