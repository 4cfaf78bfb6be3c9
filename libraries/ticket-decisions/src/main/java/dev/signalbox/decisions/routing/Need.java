package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.sla.calendar.Calendars;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a ticket's facts, before anybody is looked for.
 *
 * @param selfService a suggestion answers it: T0
 * @param row of the matrix, as decisions name it
 * @param overdueReview nobody has answered the review in time: the best guess counts
 * @param reviewUntil a review is due, beside the routing or before it: until when; or null
 */
record Need(
        Window window,
        Demand demand,
        boolean selfService,
        String row,
        boolean overdueReview,
        @Nullable Instant reviewUntil) {

    static Need of(Draft draft, Roster roster) {
        CaseFile file = draft.file();
        RoutingPolicy policy = draft.policy();
        Standing standing = draft.state().standing();
        Analysis analysis = file.analysis();
        Folded folded = Folded.of(file.ticket(), draft.state().heard().facts());
        Window window = window(draft, folded);
        Score score = scored(file.score());
        boolean reviewed =
                standing.reviewedVersion() > 0 && draft.state().heard().version() > standing.reviewedVersion();
        Precedence first = Precedence.of(analysis, reviewed);
        Instant reviewUntil = reviewUntil(standing, window.at(policy.review().unansweredAt()));
        boolean overdue = first == Precedence.NEEDS_REVIEW && !roster.now().isBefore(reviewUntil);
        Precedence rule = overdue ? Precedence.of(analysis, true) : first;
        String row = RoutingMatrix.name(
                score.band(), analysis.severity(), file.account().planTier());
        String matrixLane = policy.matrix()
                .lane(score.band(), analysis.severity(), file.account().planTier());
        boolean deflected = matrixLane.equals(RoutingPolicy.SELF_SERVICE)
                && rule == Precedence.MATRIX
                && policy.selfService().delivers()
                && !standing.personNeeded()
                && folded.unresolved() == null
                && draft.state().heard().escalations().isEmpty()
                && analysis.suppressedRules().isEmpty()
                && roster.now().isBefore(window.at(policy.selfService().unresolvedAt()));
        Demand demand = new Demand(
                rule,
                overdue ? policy.review().lane() : lane(policy, rule, matrixLane, file, score),
                score.band(),
                policy.skills().required(analysis),
                policy.pods().of(file.account(), roster.staff().pods()),
                file.ticket().language(),
                file.ticket().region() == null
                        ? file.account().region()
                        : file.ticket().region(),
                floor(draft),
                experts(draft));
        return new Need(
                window, demand, deflected, row, overdue, analysis.needsReview() && !reviewed ? reviewUntil : null);
    }

    /** Row, queue, pod and tier: when one of them changes, it is told. */
    String shape() {
        return String.join(
                "|",
                row,
                demand.lane(),
                demand.skill(),
                String.valueOf(demand.pod()),
                demand.floor().name());
    }

    private static String lane(RoutingPolicy policy, Precedence rule, String matrixLane, CaseFile file, Score score) {
        if (rule == Precedence.HARD_RULE) {
            return policy.precedence().hardRule();
        }
        if (rule == Precedence.TOTAL_OUTAGE) {
            return policy.precedence().totalOutage();
        }
        if (!file.analysis().riskWords().isEmpty()
                && policy.precedence().riskWordBands().contains(score.band())) {
            return policy.precedence().riskWord();
        }
        return matrixLane.equals(RoutingPolicy.SELF_SERVICE)
                ? policy.selfService().lane()
                : matrixLane;
    }

    private static Instant reviewUntil(Standing standing, Instant share) {
        Instant told = standing.reviewUntil();
        return told != null && told.isBefore(share) ? told : share;
    }

    private static SupportTier floor(Draft draft) {
        SupportTier floor = SupportTier.T1;
        for (OpenEscalation escalation : draft.state().heard().escalations().values()) {
            if (escalation.returned()) {
                continue;
            }
            if (opensExperts(draft.policy(), escalation)) {
                return SupportTier.T3;
            }
            for (var trigger : escalation.triggers()) {
                SupportTier asked = draft.policy().escalationFloors().getOrDefault(trigger, SupportTier.T1);
                floor = asked.compareTo(floor) > 0 ? asked : floor;
            }
        }
        return floor;
    }

    private static boolean experts(Draft draft) {
        return draft.policy()
                        .experts()
                        .severities()
                        .contains(draft.file().analysis().severity())
                || !draft.state().standing().expertOpenings().isEmpty()
                || draft.state().heard().escalations().values().stream()
                        .anyMatch(escalation -> opensExperts(draft.policy(), escalation));
    }

    static boolean opensExperts(RoutingPolicy policy, OpenEscalation escalation) {
        return escalation.from() == SupportTier.T2
                && escalation.completeness() >= policy.experts().completeness()
                && !escalation.returned()
                && escalation.triggers().stream().anyMatch(policy.experts().triggers()::contains);
    }

    static Window window(Draft draft) {
        return window(
                draft, Folded.of(draft.file().ticket(), draft.state().heard().facts()));
    }

    private static Window window(Draft draft, Folded folded) {
        Calendars calendars = draft.rules().calendars();
        CaseFile file = draft.file();
        Sla sla = targets(file.sla());
        Instant created = file.ticket().createdAt();
        Instant due = sla.firstResponse().dueAt();
        boolean stale = file.ticket().imported()
                || Duration.between(created, file.asOf())
                                .compareTo(draft.policy().limits().staleAfter())
                        > 0;
        Instant reopened = draft.state().standing().reopenedAt();
        Window window;
        if (reopened != null) {
            window = Window.of(reopened, sla.nextResponse(), calendars);
        } else if (folded.answered()) {
            Instant heard = folded.heardAt();
            window = Window.of(heard == null ? created : heard, sla.nextResponse(), calendars);
        } else {
            window = Window.of(stale ? file.asOf() : created, sla.firstResponse(), calendars);
            window = stale || due == null ? window : window.until(due);
        }
        Instant promised = draft.state().heard().promise();
        return promised != null && !stale ? window.until(promised) : window;
    }

    static Score scored(@Nullable Score score) {
        if (score == null) {
            throw new IllegalArgumentException("A case file without a score cannot be routed");
        }
        return score;
    }

    static Sla targets(@Nullable Sla sla) {
        if (sla == null) {
            throw new IllegalArgumentException("A case file without targets cannot be routed");
        }
        return sla;
    }
}
