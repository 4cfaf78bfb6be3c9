package dev.signalbox.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a ticket, and why.
 *
 * @param sequence per ticket, 1, 2, 3 ... without a gap
 * @param assignmentEpoch rises with every change of owner; an action that names an older one is stale
 * @param matrixRow the row of the routing matrix, {@code BAND/SEVERITY/PLAN}
 * @param queuePosition 1 is next, only where queued
 * @param waitBound the longest wait that the queue promises, only where queued
 * @param alert true: someone must be told at once
 * @param demand what the candidates were asked for, only where somebody was looked for
 */
public record Route(
        long sequence,
        RouteDecision decision,
        RouteCause cause,
        SupportTier supportTier,
        @Nullable String queue,
        @Nullable String pod,
        @Nullable String agentId,
        long assignmentEpoch,
        @Nullable Instant acceptedAt,
        @Nullable String matrixRow,
        List<Candidate> candidates,
        @Nullable Integer queuePosition,
        @Nullable Duration waitBound,
        List<KnowledgeLink> knowledge,
        boolean alert,
        List<String> reasons,
        String policyVersion,
        Instant decidedAt,
        @Nullable RouteDemand demand) {

    public Route {
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
        knowledge = knowledge == null ? List.of() : List.copyOf(knowledge);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
