package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Shift;
import dev.signalbox.contracts.SupportTier;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Language, region, proficiency and shifts in the choice of an owner (S37, P20, P26). Tickets are written in English. */
class MatchingTest {

    private static final Map<String, Integer> BILLING = Map.of("billing", 3);

    private final Floor floor = new Floor();

    @Test
    void whoSpeaksTheLanguageIsAskedFirstAndTheOthersAfterATenthOfTheTime() {
        floor.with(speaking("dora", List.of("de")), speaking("eva", List.of("en")));
        floor.presence("eva", Presence.AWAY);
        CaseFile file = Tickets.of("t1", Band.STANDARD);

        Route waits = floor.scored(file);
        assertThat(waits.decision()).isEqualTo(RouteDecision.QUEUED);
        assertThat(waits.candidates())
                .extracting(Candidate::refusedBecause)
                .containsExactlyInAnyOrder("AWAY", "LANGUAGE");

        floor.later(Duration.ofMinutes(24)).look();
        assertThat(floor.ownerOf("t1")).isEqualTo("dora");
    }

    @Test
    void amongEquallySkilledAgentsTheCustomersRegionDecides() {
        floor.with(of("amos", "AMER", 3), of("emil", "EMEA", 3));

        assertThat(floor.scored(Tickets.of("t1", Band.STANDARD)).agentId()).isEqualTo("emil");
    }

    @Test
    void proficiencyOutweighsRegion() {
        floor.with(of("amos", "AMER", 5), of("emil", "EMEA", 3));

        assertThat(floor.scored(Tickets.of("t1", Band.STANDARD)).agentId()).isEqualTo("amos");
    }

    @Test
    void whoseShiftHasNotBegunIsNotGivenTheTicketAndIsWaitedForIfHeComesInTime() {
        Shift fromTen = new Shift(List.of(DayOfWeek.MONDAY), LocalTime.of(10, 0), LocalTime.of(18, 0));
        floor.with(Tickets.agent("lena", SupportTier.T1, false, 3, BILLING, List.of(), List.of(fromTen)));

        Route waits = floor.scored(Tickets.of("t1", Band.STANDARD));
        assertThat(waits.decision()).isEqualTo(RouteDecision.QUEUED);
        assertThat(waits.candidates()).extracting(Candidate::refusedBecause).containsExactly("NOT_ON_SHIFT");

        floor.later(Duration.ofHours(1)).look();
        assertThat(floor.ownerOf("t1")).isEqualTo("lena");
    }

    private static AgentProfile speaking(String id, List<String> languages) {
        return profile(id, languages, "EMEA", 3);
    }

    private static AgentProfile of(String id, String region, int billing) {
        return profile(id, List.of(), region, billing);
    }

    private static AgentProfile profile(String id, List<String> languages, String region, int billing) {
        return new AgentProfile(
                id,
                id,
                null,
                Map.of(),
                SupportTier.T1,
                false,
                List.of(),
                Map.of("billing", billing),
                languages,
                region,
                "UTC",
                List.of(),
                3,
                List.of());
    }
}
