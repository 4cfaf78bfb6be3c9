package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Tells what happens to a ticket of 22 November, by the time of day. */
final class Story {

    static final SlaPolicy POLICY = PolicyDocument.starter().policy().sla();

    static final Duration NEXT_RESPONSE = Duration.ofHours(1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Instant createdAt;
    private ClockFacts facts = ClockFacts.NONE;
    private Terms terms;
    private long version;
    private int told;

    private Story(Instant createdAt, Terms terms) {
        this.createdAt = createdAt;
        this.terms = terms;
    }

    static Instant at(String timeOfDay) {
        return DAY.atTime(LocalTime.parse(timeOfDay)).toInstant(ZoneOffset.UTC);
    }

    /** A ticket of a healthy account, seen as soon as it was created. */
    static Story created(String timeOfDay, Duration firstResponse, Duration resolution) {
        return unseen(timeOfDay, firstResponse, resolution).scored(timeOfDay);
    }

    static Story unseen(String timeOfDay, Duration firstResponse, Duration resolution) {
        Instant created = at(timeOfDay);
        return new Story(
                created,
                new Terms(
                        "starter",
                        created,
                        false,
                        TicketStatus.NEW,
                        created,
                        Severity.P3,
                        Band.STANDARD,
                        PlanTier.ENTERPRISE,
                        80,
                        true,
                        Sentiment.Label.NEUTRAL,
                        false,
                        new Target(WorkTime.of(firstResponse), "24x7"),
                        new Target(WorkTime.of(NEXT_RESPONSE), "24x7"),
                        new Target(WorkTime.of(resolution), "24x7")));
    }

    Story scored(String timeOfDay) {
        return scored(at(timeOfDay));
    }

    Story scored(Instant asOf) {
        version++;
        facts = facts.with(new ScoredFact(version, asOf, version, asOf, terms));
        return this;
    }

    Story imported() {
        terms = new Terms(
                terms.policyVersion(),
                createdAt,
                true,
                terms.status(),
                terms.updatedAt(),
                terms.severity(),
                terms.band(),
                terms.planTier(),
                terms.health(),
                terms.healthKnown(),
                terms.sentiment(),
                terms.sentimentTurned(),
                terms.firstResponse(),
                terms.nextResponse(),
                terms.resolution());
        return this;
    }

    Story health(int health, boolean known) {
        return terms(terms.severity(), health, known, terms.sentiment(), terms.firstResponse(), terms.resolution());
    }

    Story health(int health) {
        return health(health, true);
    }

    Story sentiment(Sentiment.Label label) {
        return terms(
                terms.severity(),
                terms.health(),
                terms.healthKnown(),
                label,
                terms.firstResponse(),
                terms.resolution());
    }

    Story severity(Severity severity, Duration firstResponse, Duration resolution) {
        return terms(
                severity,
                terms.health(),
                terms.healthKnown(),
                terms.sentiment(),
                new Target(WorkTime.of(firstResponse), "24x7"),
                new Target(WorkTime.of(resolution), "24x7"));
    }

    Story targets(Duration firstResponse, Duration resolution) {
        return severity(terms.severity(), firstResponse, resolution);
    }

    Story status(TicketStatus status, String updatedAt) {
        terms = new Terms(
                terms.policyVersion(),
                createdAt,
                terms.imported(),
                status,
                at(updatedAt),
                terms.severity(),
                terms.band(),
                terms.planTier(),
                terms.health(),
                terms.healthKnown(),
                terms.sentiment(),
                terms.sentimentTurned(),
                terms.firstResponse(),
                terms.nextResponse(),
                terms.resolution());
        return this;
    }

    Story answered(String timeOfDay) {
        facts = facts.with(new ActivityFact("activity-" + ++told, at(timeOfDay), true, null, null));
        return this;
    }

    Story wrote(String message, String timeOfDay) {
        facts = facts.with(new ActivityFact("activity-" + ++told, at(timeOfDay), false, null, message));
        return this;
    }

    Story nextResponse(Duration working) {
        terms = new Terms(
                terms.policyVersion(),
                createdAt,
                terms.imported(),
                terms.status(),
                terms.updatedAt(),
                terms.severity(),
                terms.band(),
                terms.planTier(),
                terms.health(),
                terms.healthKnown(),
                terms.sentiment(),
                terms.sentimentTurned(),
                terms.firstResponse(),
                new Target(WorkTime.of(working), "24x7"),
                terms.resolution());
        return this;
    }

    Story loosened(ClockKind clock, String dueAt, String timeOfDay) {
        facts = facts.with(new LooseningFact(
                "loosening-" + ++told, at(timeOfDay), clock, at(dueAt), "lena", "agreed with the customer"));
        return this;
    }

    Story waits(String timeOfDay) {
        return stands(Standing.WAITING, timeOfDay);
    }

    Story escalationEnds(String escalationId, String timeOfDay) {
        facts = facts.with(new EscalationEnd(escalationId, at(timeOfDay)));
        return this;
    }

    Story solved(String timeOfDay) {
        return stands(Standing.DONE, timeOfDay);
    }

    Story reopened(String timeOfDay) {
        return stands(Standing.OPEN, timeOfDay);
    }

    Story merged(String timeOfDay) {
        return stands(Standing.MERGED, timeOfDay);
    }

    Story escalated(EscalationTrigger trigger, ClockKind clock, String timeOfDay) {
        facts = facts.with(new EscalationFact("escalation-" + ++told, at(timeOfDay), trigger, clock));
        return this;
    }

    ClockFacts facts() {
        return facts;
    }

    List<Clock> clocks() {
        return ClockFold.of(facts, version -> POLICY);
    }

    Clock clock(ClockKind kind, int cycle) {
        return clocks().stream()
                .filter(clock -> clock.kind() == kind && clock.cycle() == cycle)
                .findFirst()
                .orElseThrow();
    }

    Clock firstResponse() {
        return clock(ClockKind.FIRST_RESPONSE, 1);
    }

    Clock resolution() {
        return clock(ClockKind.RESOLUTION, 1);
    }

    private Story stands(Standing standing, String timeOfDay) {
        facts = facts.with(new ActivityFact("activity-" + ++told, at(timeOfDay), false, standing, null));
        return this;
    }

    private Story terms(
            Severity severity,
            int health,
            boolean known,
            Sentiment.Label sentiment,
            Target firstResponse,
            Target resolution) {
        terms = new Terms(
                terms.policyVersion(),
                createdAt,
                terms.imported(),
                terms.status(),
                terms.updatedAt(),
                severity,
                terms.band(),
                terms.planTier(),
                health,
                known,
                sentiment,
                terms.sentimentTurned(),
                firstResponse,
                terms.nextResponse(),
                resolution);
        return this;
    }
}
