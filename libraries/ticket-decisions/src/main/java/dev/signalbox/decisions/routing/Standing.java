package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What routing has said about a ticket last, and what is still open.
 *
 * @param decision null before the first decision
 * @param shape row, queue, pod and tier as last told; another shape is worth an event
 * @param reopenedAt start of the current window, or null for the ticket's own creation
 * @param reviewUntil an open review: until when it may be answered, or null
 * @param reviewedVersion the version that a reviewer has corrected, 0: none; what he said shows in later versions
 * @param personNeeded a suggestion did not help or a person is wanted: never T0 again
 * @param expertOpenings what has opened T3, beside the severity (S40)
 * @param sequence of the last record on tickets.routed, {@code corrections}: on reviews
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        @Nullable RouteDecision decision,
        @Nullable RouteCause cause,
        @Nullable String shape,
        @Nullable Instant reopenedAt,
        @Nullable Instant reviewUntil,
        long reviewedVersion,
        boolean personNeeded,
        Set<String> expertOpenings,
        long sequence,
        long corrections) {

    public static final Standing NEW = new Standing(null, null, null, null, null, 0, false, Set.of(), 0, 0);

    public Standing {
        expertOpenings = expertOpenings == null ? Set.of() : Set.copyOf(expertOpenings);
    }

    /** The ticket is solved or closed: nobody looks for an owner. */
    public boolean ended() {
        return decision == RouteDecision.RELEASED || decision == RouteDecision.CLOSED;
    }

    /** A reviewer is asked and has not answered yet. */
    public boolean reviewOpen() {
        return reviewUntil != null && reviewedVersion == 0;
    }

    /** The ticket waits for an owner. */
    public boolean waiting() {
        return decision == RouteDecision.QUEUED || decision == RouteDecision.NO_ELIGIBLE_AGENT;
    }

    public Standing say(RouteDecision said, RouteCause why, @Nullable String asShape) {
        return new Standing(
                said,
                why,
                asShape,
                reopenedAt,
                reviewUntil,
                reviewedVersion,
                personNeeded,
                expertOpenings,
                sequence,
                corrections);
    }

    public Standing told() {
        return new Standing(
                decision,
                cause,
                shape,
                reopenedAt,
                reviewUntil,
                reviewedVersion,
                personNeeded,
                expertOpenings,
                sequence + 1,
                corrections);
    }

    /** A reviewer has answered; {@code version} is the one he saw. */
    public Standing corrected(long version) {
        return new Standing(
                decision,
                cause,
                shape,
                reopenedAt,
                reviewUntil,
                version,
                personNeeded,
                expertOpenings,
                sequence,
                corrections + 1);
    }

    Standing review(@Nullable Instant until) {
        return new Standing(
                decision,
                cause,
                shape,
                reopenedAt,
                until,
                reviewedVersion,
                personNeeded,
                expertOpenings,
                sequence,
                corrections);
    }

    /** A reopened ticket is answered by a person. */
    Standing reopened(Instant at) {
        return new Standing(
                decision, cause, shape, at, reviewUntil, reviewedVersion, true, expertOpenings, sequence, corrections);
    }

    Standing needsPerson() {
        return new Standing(
                decision,
                cause,
                shape,
                reopenedAt,
                reviewUntil,
                reviewedVersion,
                true,
                expertOpenings,
                sequence,
                corrections);
    }

    Standing opensExperts(String because) {
        Set<String> openings = new HashSet<>(expertOpenings);
        openings.add(because);
        return new Standing(
                decision,
                cause,
                shape,
                reopenedAt,
                reviewUntil,
                reviewedVersion,
                personNeeded,
                openings,
                sequence,
                corrections);
    }
}
