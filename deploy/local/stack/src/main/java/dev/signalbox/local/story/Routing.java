package dev.signalbox.local.story;

import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.local.story.StoryLine.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who got it and why. */
final class Routing {

    private static final int REFUSED_SHOWN = 4;

    private Routing() {}

    static StoryLine routed(CaseFile file) {
        Route route = file.route();
        List<String> why = new ArrayList<>(choice(route));
        why.addAll(route.reasons());
        if (route.matrixRow() != null) {
            why.add("row " + route.matrixRow() + " of the matrix");
        }
        return new StoryLine(route.decidedAt(), Station.ROUTING, decision(route) + cause(route), why);
    }

    private static String decision(Route route) {
        String queue = route.queue() == null ? "" : ", queue " + route.queue();
        return switch (route.decision()) {
            case ASSIGNED ->
                (route.acceptedAt() == null ? "Assigned to " : "With ") + route.agentId() + " (" + route.supportTier()
                        + queue + ")" + (route.alert() ? ", who is alerted" : "");
            case QUEUED ->
                "Queued for " + route.supportTier() + queue
                        + (route.queuePosition() == null ? "" : ", position " + route.queuePosition())
                        + (route.waitBound() == null
                                ? ""
                                : ", waits " + Wording.length(route.waitBound()) + " at most");
            case SELF_SERVICE ->
                "Answered by self-service: "
                        + route.knowledge().stream()
                                .map(k -> Wording.quote(k.title()))
                                .collect(Collectors.joining(", "));
            case NEEDS_REVIEW -> "Waits for a reviewer";
            case NO_ELIGIBLE_AGENT -> "Nobody qualified is on shift in time";
            case RELEASED ->
                route.cause() == RouteCause.SOLVED
                        ? "Solved: it leaves its agent's desk"
                        : "Released: nobody owns it now";
            case CLOSED -> "Closed";
        };
    }

    private static String cause(Route route) {
        return switch (route.cause()) {
            case NEW, SOLVED -> "";
            case REASSIGNED_SLA -> ", because the promise was in danger";
            case REASSIGNED_PRESENCE -> ", because the owner was away";
            case REASSIGNED_WRONG_SKILL -> ", because the skill did not fit";
            case REASSIGNED_LOAD -> ", because the owner had too much to do";
            case REASSIGNED_PERSON -> ", because somebody decided so";
            default -> " (" + Wording.plain(route.cause()) + ")";
        };
    }

    private static List<String> choice(Route route) {
        List<String> words = new ArrayList<>();
        String eligible = route.candidates().stream()
                .filter(Candidate::eligible)
                .map(c -> c.agentId() + (c.points() == null ? "" : " " + c.points()) + " (" + c.load() + " of "
                        + c.soft() + ")")
                .collect(Collectors.joining(", "));
        if (!eligible.isEmpty()) {
            words.add("could take it: " + eligible);
        }
        List<Candidate> refused =
                route.candidates().stream().filter(c -> !c.eligible()).toList();
        if (!refused.isEmpty()) {
            String some = refused.stream()
                    .limit(REFUSED_SHOWN)
                    .map(c -> c.agentId() + " (" + c.refusedBecause() + ", " + c.load() + " of " + c.soft() + ")")
                    .collect(Collectors.joining(", "));
            int more = refused.size() - REFUSED_SHOWN;
            words.add("could not: " + some + (more > 0 ? " and " + more + " more" : ""));
        }
        return words;
    }

    static StoryLine reviewed(Review review) {
        boolean confirmed = review.category() == null && review.intent() == null;
        String verdict = confirmed ? "it was understood well" : "it is " + review.category() + " / " + review.intent();
        return StoryLine.of(review.at(), Station.ROUTING, review.by() + " reviewed it: " + verdict);
    }
}
