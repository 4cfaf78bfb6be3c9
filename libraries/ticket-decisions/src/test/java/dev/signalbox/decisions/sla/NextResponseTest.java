package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who spoke last, on any channel, is owed an answer (P2, I5, I9). The next response is promised within an hour. */
class NextResponseTest {

    private static Story answeredTicket() {
        return Story.created("09:00", ofHours(4), ofHours(24)).answered("10:00");
    }

    @Test
    void theCustomersMessageAfterTheFirstAnswerStartsIt() {
        Clock clock = answeredTicket().wrote("m1", "11:00").clock(ClockKind.NEXT_RESPONSE, 1);

        assertThat(clock.running()).isTrue();
        assertThat(clock.startedAt()).isEqualTo(at("11:00"));
        assertThat(clock.dueAt()).isEqualTo(at("12:00"));
        assertThat(clock.startedBy()).isEqualTo("m1");
    }

    /** I9, the wrong span: a customer who writes again has waited since the first message. */
    @Test
    void anotherMessageDoesNotMoveTheSpanForTheFirstUnansweredOneCounts() {
        Story story = answeredTicket().wrote("m1", "11:00").wrote("m2", "11:50");

        assertThat(nextResponses(story)).hasSize(1);
        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).dueAt()).isEqualTo(at("12:00"));
    }

    /** I9, escalated although the agent had answered. */
    @Test
    void nothingIsDueAnyMoreOnceTheAgentHasAnswered() {
        Story story = answeredTicket().wrote("m1", "11:00").wrote("m2", "11:10").answered("11:30");

        Clock clock = story.clock(ClockKind.NEXT_RESPONSE, 1);
        assertThat(clock.state()).isEqualTo(ClockState.FULFILLED);
        assertThat(DueLevel.next(clock, Story.POLICY.watchdog(), 0, null)).isEmpty();
        assertThat(nextResponses(story)).hasSize(1);
    }

    /** I9, one clock overruled another: before the first answer it is the first response that is owed. */
    @Test
    void noOtherClockOverrulesTheFirstResponse() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24))
                .wrote("m1", "09:30")
                .escalated(EscalationTrigger.SLA_BREACH, ClockKind.FIRST_RESPONSE, "09:40")
                .wrote("m2", "10:00");

        assertThat(nextResponses(story)).isEmpty();
        assertThat(story.firstResponse().running()).isTrue();
        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
    }

    @Test
    void everyAnswerEndsACycleAndTheNextMessageStartsAnother() {
        Story story = answeredTicket()
                .wrote("m1", "11:00")
                .answered("11:30")
                .wrote("m2", "12:00")
                .answered("13:30");

        assertThat(nextResponses(story)).extracting(Clock::startedBy).containsExactly("m1", "m2");
        assertThat(nextResponses(story))
                .extracting(clock -> clock.breachedAt(at("20:00")))
                .containsExactly(false, true);
    }

    /** I5: the eternal goodbye. */
    @Test
    void thanksAfterTheSolutionStartsNothing() {
        Story story = answeredTicket().solved("11:00").wrote("thanks", "11:05");

        assertThat(story.clocks()).noneMatch(Clock::owed);
        assertThat(nextResponses(story)).isEmpty();
    }

    @Test
    void solvingWithoutAnAnswerCancelsItAndOpeningAgainOwesItAnew() {
        Story story = answeredTicket().wrote("m1", "10:30").solved("11:00").reopened("15:00");

        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).state()).isEqualTo(ClockState.CANCELLED);
        Clock again = story.clock(ClockKind.NEXT_RESPONSE, 2);
        assertThat(again.dueAt()).isEqualTo(at("16:00"));
        assertThat(again.startedBy()).isEqualTo("m1");
    }

    @Test
    void aMessageThatOpensTheTicketAgainIsOwedAnAnswer() {
        Story story = answeredTicket().solved("11:00").reopened("15:00").wrote("m1", "15:00");

        assertThat(nextResponses(story)).hasSize(1);
        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).dueAt()).isEqualTo(at("16:00"));
    }

    @Test
    void aMessageThatArrivesLateIsCountedFromItsOwnTime() {
        Story story = answeredTicket().wrote("m2", "11:30").wrote("m1", "11:00");

        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).startedBy()).isEqualTo("m1");
        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).dueAt()).isEqualTo(at("12:00"));
    }

    @Test
    void historyLoadedIntoTheHelpdeskOwesNoAnswerButWhatIsWrittenSinceDoes() {
        Story story = Story.unseen("09:00", ofHours(1), ofHours(2))
                .imported()
                .scored("12:00")
                .wrote("old", "11:00")
                .wrote("new", "13:00");

        assertThat(nextResponses(story)).extracting(Clock::startedBy).containsExactly("new");
    }

    @Test
    void anAutomaticReplyFulfilsNothing() {
        Activity automatic = new Activity(
                "desk:1",
                "a1",
                at("09:01"),
                ActivityKind.AGENT_REPLIED,
                new Actor(Actor.Kind.SYSTEM, null, null),
                true,
                "We have received your request. This article may help.",
                null,
                null,
                null,
                null,
                null);

        assertThat(ActivityFact.of(automatic)).isEmpty();
    }

    @Test
    void aRaisedSeverityTightensItLikeAnyOther() {
        Story story = answeredTicket()
                .wrote("m1", "11:00")
                .nextResponse(ofMinutes(30))
                .scored("11:05");

        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).dueAt()).isEqualTo(at("11:30"));
    }

    private static List<Clock> nextResponses(Story story) {
        return story.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.NEXT_RESPONSE)
                .toList();
    }
}
