package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.SupportTier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an escalation would look like if a signal opened it. */
final class Openings {

    private Openings() {}

    /**
     * @param ordinal 1 for the ticket's first escalation; with the ticket it makes the id
     */
    static Opening of(
            Signal signal, CaseFile file, TicketFacts facts, EscalationPolicy policy, int ordinal, Instant now) {
        TriggerRule rule = policy.rule(signal.trigger());
        Chain chain = policy.chain(signal.trigger());
        return new Opening(
                EventIds.of("escalation", file.ticket().id(), Integer.toString(ordinal)),
                chain.type(),
                signal.trigger(),
                rule.risk(),
                rule.renewalImpact(),
                rule.expertise(),
                steps(chain, signal, file, facts),
                signal.reason(),
                signal.clock(),
                now,
                file.sla() == null ? null : file.sla().resolution().target(),
                signal.askedBy(),
                chain.repeat());
    }

    /** The chain as it can be walked now: an absent agent, empty roles, tiers that had the ticket and proved doubts are left out. */
    private static List<ChainStep> steps(Chain chain, Signal signal, CaseFile file, TicketFacts facts) {
        List<ChainStep> steps = new ArrayList<>();
        for (ChainStep step : chain.steps()) {
            if (step.isTheAgent()) {
                if (facts.agentId() != null) {
                    steps.add(step.heldBy(facts.agentId()));
                }
            } else if (step.dependsOnTheTicket()) {
                String holder = step.holder(file.account());
                if (holder != null) {
                    steps.add(step.heldBy(holder));
                }
            } else if (!(step.onlyUntilConfirmed() && signal.askedBy() != null)
                    && !(chain.type() == EscalationType.AGENT_INITIATED
                            && hadTheTicket(step, facts.tiers().now()))) {
                steps.add(step);
            }
        }
        List<ChainStep> all = chain.steps();
        return steps.isEmpty() ? List.of(all.get(all.size() - 1)) : steps;
    }

    private static boolean hadTheTicket(ChainStep step, @Nullable SupportTier now) {
        SupportTier present = now == null ? SupportTier.T1 : now;
        return Arrays.stream(SupportTier.values())
                .filter(tier -> tier.name().equals(step.owner()))
                .anyMatch(tier -> tier.compareTo(present) <= 0);
    }
}
