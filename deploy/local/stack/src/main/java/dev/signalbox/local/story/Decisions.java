package dev.signalbox.local.story;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.local.story.StoryLine.Station;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was understood and how much it matters. */
final class Decisions {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Decisions() {}

    static StoryLine understood(CaseFile file) {
        Analysis analysis = file.analysis();
        List<String> why = new ArrayList<>();
        if (!analysis.reasons().isEmpty()) {
            why.add("because of " + String.join("; ", analysis.reasons()));
        }
        why.add("urgency " + Wording.plain(analysis.urgency()) + " and impact " + Wording.plain(analysis.impact())
                + " make " + analysis.severity() + "; sentiment "
                + Wording.plain(analysis.sentiment().label()) + "; complexity " + Wording.plain(analysis.complexity()));
        special(analysis).forEach(why::add);
        why.add(company(file.account()));
        String doubt = analysis.needsReview() ? ", too unsure: a person is asked" : "";
        String what = String.format(
                Locale.ROOT,
                "Understood as %s / %s, %s %% sure%s",
                analysis.category(),
                analysis.intent(),
                analysis.confidence().multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP),
                doubt);
        return new StoryLine(file.asOf(), Station.ENRICHMENT, what + version(file), why);
    }

    private static String version(CaseFile file) {
        return file.version() == 1 ? "" : " (version " + file.version() + ")";
    }

    private static List<String> special(Analysis analysis) {
        List<String> words = new ArrayList<>();
        if (analysis.totalOutage()) {
            words.add("a total outage");
        }
        if (!analysis.hardRules().isEmpty()) {
            words.add("hard rules: " + String.join(", ", analysis.hardRules()));
        }
        if (!analysis.suppressedRules().isEmpty()) {
            words.add("hard words that were negated: " + String.join(", ", analysis.suppressedRules()));
        }
        if (!analysis.riskWords().isEmpty()) {
            words.add("risk words: " + String.join(", ", analysis.riskWords()));
        }
        if (analysis.accessRevocation()) {
            words.add("somebody's access has to be taken away");
        }
        if (analysis.wantsPerson()) {
            words.add("the customer asks for a person");
        }
        if (analysis.deadline() != null) {
            words.add("an external deadline at " + analysis.deadline());
        }
        if (analysis.stakeholder().key()) {
            words.add(
                    "a key person: " + String.join(", ", analysis.stakeholder().because()));
        }
        return words;
    }

    private static String company(Account account) {
        if (!account.known()) {
            return "the company is not known: taken as " + account.planTier() + " with health " + account.health();
        }
        String renewal = account.renewalDate() == null ? "no renewal date" : "renews on " + account.renewalDate();
        return account.name() + ": " + account.planTier() + ", " + Wording.money(account.arr()) + " "
                + (account.currency() == null ? "" : account.currency() + " ") + "a year, health " + account.health()
                + ", " + renewal;
    }

    static StoryLine scored(CaseFile file) {
        Score score = file.score();
        List<String> why = new ArrayList<>();
        Score.Contributions parts = score.contributions();
        why.add(parts.arr() + " revenue + " + parts.risk() + " churn risk + " + parts.severity() + " severity + "
                + parts.renewal() + " renewal = " + score.raw());
        if (!score.floors().isEmpty()) {
            why.add("at least "
                    + score.floors().stream()
                            .map(f -> f.floor() + " by " + f.rule())
                            .collect(Collectors.joining(", ")));
        }
        flip(score).forEach(why::add);
        why.addAll(targets(file.sla()));
        String what = "Priority " + score.value() + ", band " + score.band();
        return new StoryLine(file.asOf(), Station.SCORING, what + version(file), why);
    }

    private static List<String> flip(Score score) {
        Score.NearestFlip flip = score.nearestFlip();
        if (flip == null) {
            return List.of();
        }
        return flip.heldBy() != null
                ? List.of("the band is held by " + flip.heldBy())
                : List.of("would be " + flip.band() + " with " + flip.change());
    }

    private static List<String> targets(Sla sla) {
        return List.of(
                "first response within " + target(sla.firstResponse()),
                "resolution within " + target(sla.resolution()));
    }

    private static String target(SlaTarget target) {
        String due = target.dueAt() == null ? "" : ", so at " + Wording.moment(target.dueAt());
        String promise = target.businessDays() == null
                ? Wording.length(target.target())
                : target.businessDays() + " business " + (target.businessDays() == 1 ? "day" : "days");
        return promise + due + " (" + String.join(", ", target.because()) + "; calendar "
                + target.calendar()
                + (target.calendarBecause() == null ? "" : " because of " + target.calendarBecause()) + ")";
    }
}
