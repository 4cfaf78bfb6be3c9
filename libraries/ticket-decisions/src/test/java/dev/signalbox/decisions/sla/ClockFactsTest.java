package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.decisions.Cases;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records mean for clocks. */
class ClockFactsTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "AGENT_REPLIED,    AGENT,    true,  ,        true,  ",
        "AGENT_REPLIED,    AGENT,    false, ,        ,      ",
        "AGENT_REPLIED,    SYSTEM,   true,  ,        ,      ",
        "AGENT_REPLIED,    AGENT,    true,  SOLVED,  true,  DONE",
        "AGENT_REPLIED,    AGENT,    true,  PENDING, true,  WAITING",
        "CUSTOMER_REPLIED, CUSTOMER, true,  ,        false, ",
        "CUSTOMER_REPLIED, CUSTOMER, false, ,        ,      ",
        "CUSTOMER_REPLIED, SYSTEM,   true,  ,        ,      ",
        "SOLVED,           AGENT,    false, ,        false, DONE",
        "REOPENED,         CUSTOMER, false, ,        false, OPEN",
        "MERGED,           AGENT,    false, CLOSED,  false, MERGED",
        "STATUS_CHANGED,   AGENT,    false, CLOSED,  false, DONE",
        "STATUS_CHANGED,   AGENT,    false, SOLVED,  false, DONE",
        "STATUS_CHANGED,   AGENT,    false, ON_HOLD, false, OPEN",
        "ASSIGNED,         AGENT,    false, ,        ,      ",
        "RATED,            CUSTOMER, true,  ,        ,      ",
    })
    void activityMeansAnAnswerOrAStandingOrNothing(
            ActivityKind kind,
            Actor.Kind actor,
            boolean isPublic,
            TicketStatus status,
            Boolean answers,
            Standing standing) {
        var activity = new Activity(
                "desk:1", "a1", AT, kind, new Actor(actor, null, null), isPublic, null, status, null, null, null, null);

        assertThat(ActivityFact.of(activity))
                .isEqualTo(
                        answers == null
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(new ActivityFact(
                                        "a1",
                                        AT,
                                        answers,
                                        standing,
                                        kind == ActivityKind.CUSTOMER_REPLIED ? "a1" : null)));
    }

    @ParameterizedTest
    @CsvSource({
        "OUTAGE,     ,               FIRST_RESPONSE, true",
        "SLA_BREACH, FIRST_RESPONSE, FIRST_RESPONSE, false",
        "SLA_BREACH, FIRST_RESPONSE, RESOLUTION,     true",
        "SLA_BREACH, ,               RESOLUTION,     false",
    })
    void anEscalationTightensClocksThatAreNotItsOwnReason(
            EscalationTrigger trigger, ClockKind reason, ClockKind clock, boolean tightens) {
        assertThat(new EscalationFact("e1", AT, trigger, reason).tightens(clock))
                .isEqualTo(tightens);
    }

    @Test
    void aFactIsKnownOnce() {
        ClockFacts facts = ClockFacts.NONE
                .with(new ActivityFact("a1", AT, true, null, null))
                .with(new EscalationFact("e1", AT, EscalationTrigger.OUTAGE, null));

        assertThat(facts.with(new ActivityFact("a1", AT, true, null, null))).isSameAs(facts);
        assertThat(facts.with(new EscalationFact("e1", AT.plusSeconds(1), EscalationTrigger.OUTAGE, null)))
                .isSameAs(facts);
        assertThat(facts.with(new EscalationFact("e1", AT, EscalationTrigger.SECURITY, null)))
                .isNotSameAs(facts);
    }

    @Test
    void aVersionWithinARunOfEqualOnesIsKnown() {
        Story story = Story.created("09:00", java.time.Duration.ofHours(1), java.time.Duration.ofHours(2));
        ScoredFact first = story.facts().versions().get(0);
        ScoredFact second = new ScoredFact(2, AT, 2, AT, first.terms());
        ClockFacts both = story.facts().with(second);

        assertThat(both.with(second)).isSameAs(both);
        assertThat(both.versions()).hasSize(1);
        assertThat(both.versions().get(0).throughAsOf()).isEqualTo(AT);
    }

    @Test
    void aCaseWithoutScoreIsRefused() {
        CaseFile enriched = CaseFile.enriched(
                1,
                AT,
                "sha256:x",
                Cases.ticket(Channel.EMAIL, AT),
                Cases.account(PlanTier.PRO, 0, 70, null),
                Cases.analysis(Severity.P3));

        assertThatThrownBy(() -> ScoredFact.of(enriched)).isInstanceOf(UnreadableRecord.class);
    }
}
