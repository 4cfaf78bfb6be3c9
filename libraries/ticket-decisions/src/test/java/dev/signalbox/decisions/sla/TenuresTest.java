package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has had a ticket, and what that teaches. */
class TenuresTest {

    private final Clock answered =
            Story.created("09:00", ofHours(4), ofHours(24)).answered("10:00").firstResponse();

    @Test
    void aFirstReplyCountsFromItsAcceptance() {
        Tenures tenures = Tenures.NONE.with(route("lena", 1, "09:10", null)).with(route("lena", 1, "09:30", "09:30"));

        assertThat(tenures.firstReply(answered)).contains(new FirstReply("lena", ofMinutes(30)));
    }

    @Test
    void aReplyThatIsTheAcceptanceCountsFromTheAssignment() {
        Tenures tenures = Tenures.NONE.with(route("lena", 1, "09:10", null)).with(route("lena", 1, "10:01", "10:00"));

        assertThat(tenures.firstReply(answered)).contains(new FirstReply("lena", ofMinutes(50)));
    }

    @Test
    void theReplyIsTheirsWhoHadTheTicketThen() {
        Tenures tenures = Tenures.NONE
                .with(route("lena", 1, "09:10", "09:20"))
                .with(route("tom", 2, "09:40", "09:45"))
                .with(route("zoe", 3, "10:30", "10:31"));

        assertThat(tenures.firstReply(answered)).contains(new FirstReply("tom", ofMinutes(15)));
    }

    @Test
    void nothingIsLearnedFromATicketThatNobodyAccepted() {
        assertThat(Tenures.NONE.with(route("lena", 1, "09:10", null)).firstReply(answered))
                .isEmpty();
        assertThat(Tenures.NONE.firstReply(answered)).isEmpty();
    }

    @Test
    void nothingIsLearnedFromAClockThatRuns() {
        Clock running = Story.created("09:00", ofHours(4), ofHours(24)).firstResponse();

        assertThat(Tenures.NONE.with(route("lena", 1, "09:10", "09:10")).firstReply(running))
                .isEmpty();
    }

    @Test
    void onlyWhoGotTheTicketFromSomebodyElseSettles() {
        Route first = route("lena", 1, "09:10", null);
        Route second = route("tom", 2, "09:40", null);
        Tenures tenures = Tenures.NONE.with(first).with(second);

        assertThat(Tenures.NONE.with(first).settling(Ownership.of(first), at("09:11"), ofMinutes(3)))
                .isFalse();
        assertThat(tenures.settling(Ownership.of(second), at("09:42"), ofMinutes(3)))
                .isTrue();
        assertThat(tenures.settling(Ownership.of(second), at("09:43"), ofMinutes(3)))
                .isFalse();
        assertThat(tenures.settling(Ownership.of(second), at("09:42"), null)).isFalse();
        assertThat(tenures.settling(Ownership.NOBODY, at("09:42"), ofMinutes(3)))
                .isFalse();
    }

    @Test
    void nextIsTheBestOtherCandidate() {
        assertThat(NextAgent.after(route("lena", 1, "09:10", null))).contains("ann");
        assertThat(NextAgent.after(route("ann", 1, "09:10", null))).contains("lena");
    }

    private static Route route(String agent, long epoch, String decidedAt, String acceptedAt) {
        return new Route(
                epoch,
                RouteDecision.ASSIGNED,
                RouteCause.NEW,
                SupportTier.T1,
                "billing",
                null,
                agent,
                epoch,
                acceptedAt == null ? null : at(acceptedAt),
                null,
                List.of(
                        candidate("tom", false, "0.9"),
                        candidate("zoe", true, "0.5"),
                        candidate("lena", true, "0.7"),
                        candidate("ann", true, "0.8")),
                null,
                null,
                List.of(),
                false,
                List.of(),
                "starter",
                at(decidedAt),
                null);
    }

    private static Candidate candidate(String agent, boolean eligible, String points) {
        return new Candidate(agent, eligible, new BigDecimal(points), eligible ? null : "AT_CAPACITY", 1, 5, null);
    }
}
