package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.RiskLevel;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Shift;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Cases;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Case files and agents to start from. */
final class Tickets {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Map<Band, Duration> TARGETS = Map.of(
            Band.CRITICAL, Duration.ofMinutes(15),
            Band.HIGH, Duration.ofHours(1),
            Band.STANDARD, Duration.ofHours(4),
            Band.LOW, Duration.ofHours(8),
            Band.SELF_SERVICE, Duration.ofHours(24));

    private Tickets() {}

    static AgentProfile agent(String id, SupportTier tier, int capacity, Map<String, Integer> skills) {
        return agent(id, tier, false, capacity, skills, List.of(), List.of());
    }

    static AgentProfile senior(String id, SupportTier tier, int capacity, Map<String, Integer> skills) {
        return agent(id, tier, true, capacity, skills, List.of(), List.of());
    }

    static AgentProfile agent(
            String id,
            SupportTier tier,
            boolean senior,
            int capacity,
            Map<String, Integer> skills,
            List<String> pods,
            List<Shift> shifts) {
        return new AgentProfile(
                id,
                id,
                id + "@desk.example",
                Map.of(),
                tier,
                senior,
                pods,
                skills,
                List.of(),
                "EMEA",
                "UTC",
                shifts,
                capacity,
                List.of());
    }

    static CaseFile of(String id, Band band) {
        return of(id, band, analysis());
    }

    static Analysis analysis() {
        return Cases.analysis(Severity.P3);
    }

    static CaseFile of(String id, Band band, Analysis analysis) {
        return of(1, id, band, analysis, PlanTier.PRO, TicketStatus.NEW, null, NOW, NOW);
    }

    static CaseFile of(
            long version,
            String id,
            Band band,
            Analysis analysis,
            PlanTier plan,
            TicketStatus status,
            String assignee,
            Instant createdAt,
            Instant updatedAt) {
        Ticket plain = Cases.ticket(Channel.EMAIL, createdAt);
        Ticket ticket = new Ticket(
                id,
                "default",
                "desk",
                "native",
                id,
                null,
                "e" + version,
                plain.channel(),
                plain.subject(),
                plain.body(),
                "en",
                null,
                "EMEA",
                List.of(),
                plain.requester(),
                null,
                null,
                List.of(),
                Map.of(),
                status,
                assignee,
                false,
                createdAt,
                updatedAt,
                updatedAt);
        Account account = Cases.account(plan, 75_000, 70, null);
        BigDecimal zero = new BigDecimal("0.00");
        Score score = new Score(
                zero, zero, band, new Score.Contributions(zero, zero, zero, zero), List.of(), null, List.of());
        Duration target = TARGETS.get(band);
        SlaTarget first = new SlaTarget(target, List.of(), "24x7", createdAt.plus(target), null, null);
        SlaTarget next = new SlaTarget(target, List.of(), "24x7", null, null, null);
        SlaTarget resolution = new SlaTarget(
                target.multipliedBy(6), List.of(), "24x7", createdAt.plus(target.multipliedBy(6)), null, null);
        return CaseFile.enriched(version, createdAt, "sha256:test", ticket, account, analysis)
                .scored(score, new Sla(first, next, resolution, List.of()));
    }

    static Escalation escalation(
            String ticketId, long sequence, EscalationTrigger trigger, EscalationState state, String by, int complete) {
        return new Escalation(
                ticketId,
                sequence,
                NOW,
                "esc-" + ticketId,
                state == EscalationState.RESOLVED ? EscalationChange.RESOLVED : EscalationChange.OPENED,
                EscalationType.AGENT_INITIATED,
                trigger,
                false,
                RiskLevel.MODERATE,
                RiskLevel.MODERATE,
                state,
                1,
                List.of("t2"),
                null,
                "planned",
                Severity.P3,
                Band.STANDARD,
                "acme",
                PlanTier.PRO,
                null,
                null,
                "dedup",
                NOW,
                null,
                null,
                null,
                null,
                List.of(),
                new Handoff(
                        null, null, List.of(), List.of(), null, null, List.of(), List.of(), List.of(), List.of(),
                        complete, List.of()),
                null,
                null,
                by,
                null,
                "sha256:test",
                List.of(),
                List.of(),
                List.of());
    }
}
