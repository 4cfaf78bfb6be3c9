package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SimilarTicket;
import dev.signalbox.contracts.SupportTier;
import java.util.List;
import java.util.stream.Stream;

/**
 * "Does the agent have the context and the documents to resolve this?" Then it stays at T1 (S51): what its own agent hands
 * up comes back with what he may read, unless one of the criteria speaks for handing up. He may insist.
 */
final class FrontLineGate {

    private static final int MOST = 3;

    private FrontLineGate() {}

    /** Articles and solved tickets that let the agent keep it; empty if nothing holds it back. */
    static List<String> documents(Opening opening, CaseFile file, TicketFacts facts, EscalationPolicy policy) {
        boolean ownAgent = opening.sender() != null && opening.sender().equals(facts.agentId());
        boolean gated = policy.handoff().keepsAtFrontLine()
                && opening.trigger() == EscalationTrigger.AGENT_REQUEST
                && ownAgent
                && facts.tiers().now() == SupportTier.T1;
        if (!gated || isForHandingUp(file, facts, policy.conditions())) {
            return List.of();
        }
        return Stream.concat(
                        file.analysis().knowledge().stream().map(KnowledgeLink::articleId),
                        file.analysis().similar().stream().map(SimilarTicket::ticketId))
                .limit(MOST)
                .toList();
    }

    private static boolean isForHandingUp(CaseFile file, TicketFacts facts, TriggerConditions policy) {
        Analysis analysis = file.analysis();
        Account account = file.account();
        boolean beyondExpertise = analysis.complexity() == Complexity.HIGH;
        boolean confidential = !analysis.hardRules().isEmpty() || analysis.accessRevocation();
        boolean important =
                account.arr() >= policy.valuableArr() || analysis.stakeholder().key();
        boolean promiseAtRisk = !facts.watched().isEmpty() || !facts.warned().isEmpty();
        boolean superiorWanted = analysis.wantsPerson() || !analysis.riskWords().isEmpty();
        boolean severe = analysis.severity().compareTo(Severity.P2) <= 0;
        return beyondExpertise || confidential || important || promiseAtRisk || superiorWanted || severe;
    }
}
