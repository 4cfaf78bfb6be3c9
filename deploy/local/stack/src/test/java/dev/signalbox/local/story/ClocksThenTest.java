package dev.signalbox.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the watchdog answers about a past moment, as {@code GET /v1/clocks/{ticketId}?at=...} gives it. */
class ClocksThenTest {

    private static final Instant DUE = Instant.parse("2026-11-30T11:00:00Z");
    private static final Instant RIGHT = Instant.parse("2026-12-01T11:00:00Z");
    private static final Instant TOLD = Instant.parse("2026-11-28T09:00:00Z");

    @Test
    void tellsTheDeadlineThatWasBelievedAndTheOneThatIsRightBecauseAHolidayWasAddedLater() {
        List<StoryLine> lines = lines("2026-12-01T11:00:00Z", """
                {"clock": "RESOLUTION", "cycle": 1, "kind": "RETARGETED", "cause": "HOLIDAYS_CHANGED",
                 "decidedAt": "2026-11-28T09:00:00Z"},
                {"clock": "RESOLUTION", "cycle": 1, "kind": "WARNED", "cause": "DEADLINE_NEAR", "level": 75,
                 "decidedAt": "2026-11-29T09:00:00Z"}""");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).what()).isEqualTo("The resolution clock is running, due at " + Wording.moment(DUE));
        assertThat(lines.get(0).why())
                .containsExactly(
                        "believed since " + Wording.moment(Instant.parse("2026-11-27T16:00:00Z"))
                                + " because of SCORED",
                        "right now: it is running, due at " + Wording.moment(RIGHT),
                        "since then: retargeted at " + Wording.moment(TOLD) + " because of HOLIDAYS_CHANGED");
    }

    @Test
    void saysSoWhereWhatWasBelievedIsStillRight() {
        assertThat(lines("2026-11-30T11:00:00Z", "").get(0).why()).contains("right now: the same");
    }

    private static List<StoryLine> lines(String rightDueAt, String changes) {
        String answer = """
                {"ticketId": "zendesk:1", "at": "2026-11-27T17:00:00Z",
                 "believed": [{"clock": "RESOLUTION", "cycle": 1, "state": "RUNNING", "dueAt": "2026-11-30T11:00:00Z",
                               "since": "2026-11-27T16:00:00Z", "cause": "SCORED", "breached": false}],
                 "clocks": [{"clock": "RESOLUTION", "cycle": 1, "state": "RUNNING", "dueAt": "%s", "breached": false}],
                 "changes": [%s]}""".formatted(rightDueAt, changes);
        return new ClocksThen(Json.tree(answer.getBytes(UTF_8))).lines();
    }
}
