package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.Stakeholder;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.Cases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A case file that triggers nothing, for tests to vary. */
final class CaseOf {

    private final Instant at;
    private long version = 1;
    private String body = "Why is VAT on the invoice twice?";
    private String intent = "invoice_question";
    private boolean needsReview;
    private Severity severity = Severity.P3;
    private boolean totalOutage;
    private Complexity complexity = Complexity.LOW;
    private Sentiment.Label sentiment = Sentiment.Label.NEUTRAL;
    private boolean turned;
    private List<String> hardRules = List.of();
    private List<String> riskWords = List.of();
    private boolean cancellation;
    private boolean wantsPerson;
    private Instant deadline;
    private List<KnowledgeLink> knowledge = List.of();
    private Account account = Cases.account(PlanTier.PRO, 75_000, 70, null);
    private TicketStatus status = TicketStatus.NEW;
    private boolean imported;
    private Instant createdAt;
    private String priority;

    private CaseOf(Instant at) {
        this.at = at;
        this.createdAt = at;
    }

    static CaseOf asOf(Instant at) {
        return new CaseOf(at);
    }

    CaseOf version(long newVersion) {
        version = newVersion;
        return this;
    }

    CaseOf saying(String text) {
        body = text;
        return this;
    }

    CaseOf intent(String newIntent) {
        intent = newIntent;
        return this;
    }

    CaseOf needsReview() {
        needsReview = true;
        return this;
    }

    CaseOf severity(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    CaseOf totalOutage() {
        totalOutage = true;
        severity = Severity.P1;
        return this;
    }

    CaseOf complex() {
        complexity = Complexity.HIGH;
        return this;
    }

    CaseOf sounding(Sentiment.Label label) {
        sentiment = label;
        return this;
    }

    CaseOf turned() {
        turned = true;
        return this;
    }

    CaseOf hardRule(String name) {
        hardRules = List.of(name);
        return this;
    }

    CaseOf riskWord(String word) {
        riskWords = List.of(word);
        return this;
    }

    CaseOf cancellation() {
        cancellation = true;
        return this;
    }

    CaseOf wantsPerson() {
        wantsPerson = true;
        return this;
    }

    CaseOf deadline(Instant when) {
        deadline = when;
        return this;
    }

    CaseOf withArticle() {
        knowledge = List.of(new KnowledgeLink("kb-1", "VAT", new BigDecimal("0.8")));
        return this;
    }

    CaseOf account(long arr, int health) {
        account = Cases.account(PlanTier.ENTERPRISE, arr, health, null);
        return this;
    }

    CaseOf account(Account newAccount) {
        account = newAccount;
        return this;
    }

    CaseOf priority(String word) {
        priority = word;
        return this;
    }

    CaseOf unknownAccount() {
        account = Account.UNKNOWN;
        return this;
    }

    CaseOf status(TicketStatus newStatus) {
        status = newStatus;
        return this;
    }

    CaseOf imported() {
        imported = true;
        return this;
    }

    CaseOf createdAt(Instant when) {
        createdAt = when;
        return this;
    }

    Fact.Scored scored() {
        return new Fact.Scored(file());
    }

    Fact.Routed routed(long sequence, SupportTier tier, String agent, RouteCause cause) {
        Route route = new Route(
                sequence,
                RouteDecision.ASSIGNED,
                cause,
                tier,
                "billing",
                null,
                agent,
                sequence,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                false,
                List.of(),
                "sha256:test",
                at,
                null);
        return new Fact.Routed(file().routed(route));
    }

    CaseFile file() {
        Sla sla = new Sla(target(Duration.ofHours(4)), target(Duration.ofHours(4)), target(Duration.ofHours(8)), null);
        return CaseFile.enriched(version, at, "sha256:test", ticket(), account, analysis())
                .scored(null, sla);
    }

    private static SlaTarget target(Duration length) {
        return new SlaTarget(length, List.of("BAND_STANDARD"), "24x7", null, null, null);
    }

    private Ticket ticket() {
        return new Ticket(
                Stage.TICKET,
                "default",
                "desk",
                "native",
                "1",
                "https://desk.example/1",
                "e1",
                Channel.EMAIL,
                "Invoice",
                body,
                "en",
                null,
                null,
                List.of(),
                new Requester("7", "Ann", "ann@acme.example", null),
                null,
                priority,
                List.of(),
                Map.of(),
                status,
                null,
                imported,
                createdAt,
                at,
                at);
    }

    private Analysis analysis() {
        return new Analysis(
                "BILLING",
                intent,
                new BigDecimal("0.91"),
                null,
                needsReview,
                List.of(),
                Urgency.MEDIUM,
                Impact.LIMITED,
                severity,
                totalOutage,
                complexity,
                new Sentiment(sentiment, BigDecimal.ZERO),
                turned,
                hardRules,
                List.of(),
                riskWords,
                false,
                cancellation,
                wantsPerson,
                deadline,
                new Stakeholder(false, List.of()),
                false,
                List.of(),
                List.of(),
                knowledge,
                "Asks about VAT.",
                null);
    }
}
