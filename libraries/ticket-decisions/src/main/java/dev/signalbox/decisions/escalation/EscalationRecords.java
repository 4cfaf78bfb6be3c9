package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the records for {@code escalations}. */
final class EscalationRecords {

    private EscalationRecords() {}

    static Escalation of(
            EscalationProgress escalation,
            EscalationChange change,
            CaseFile file,
            Handoff handoff,
            long sequence,
            Instant at,
            @Nullable String by,
            @Nullable String note,
            String policyVersion) {
        Opening opening = escalation.opening();
        Position position = escalation.position();
        Ticket ticket = file.ticket();
        Analysis analysis = file.analysis();
        Account account = file.account();
        return new Escalation(
                ticket.id(),
                sequence,
                at,
                opening.id(),
                change,
                opening.type(),
                opening.trigger(),
                escalation.predicted(),
                opening.risk(),
                opening.renewalImpact(),
                position.state(),
                position.level(),
                opening.path(),
                escalation.owner(),
                opening.reason(),
                analysis.severity(),
                file.score() == null ? null : file.score().band(),
                account.id(),
                account.planTier(),
                handoff.summary(),
                ticket.sourceUrl(),
                "signalbox-" + opening.id(),
                opening.openedAt(),
                position.acknowledgedAt(),
                position.resolvedAt(),
                position.ackDueAt(),
                position.updateDueAt(),
                escalation.joined(),
                handoff,
                escalation.qualityScore(),
                opening.clock(),
                by,
                note,
                policyVersion,
                opening.expertise(),
                escalation.signs(),
                escalation.approvals());
    }
}
