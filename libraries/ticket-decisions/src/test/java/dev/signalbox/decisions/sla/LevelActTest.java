package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteDecision;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens at a level, as a table: level, clock, decision, accepted, presence, reassignments, action, reason. */
class LevelActTest {

    @ParameterizedTest
    @CsvSource({
        // not accepted
        "50,  FIRST_RESPONSE, ASSIGNED,          false, ONLINE,  0, REOFFER,  NOT_ACCEPTED",
        "50,  FIRST_RESPONSE, QUEUED,            false, ,        0, REOFFER,  QUEUED",
        "50,  FIRST_RESPONSE, SELF_SERVICE,      false, ,        0, REOFFER,  SELF_SERVICE",
        "50,  RESOLUTION,     NEEDS_REVIEW,      false, ,        0, REOFFER,  NEEDS_REVIEW",
        "50,  FIRST_RESPONSE, ASSIGNED,          false, ONLINE,  9, REOFFER,  NOT_ACCEPTED",
        "75,  FIRST_RESPONSE, ASSIGNED,          false, ONLINE,  0, REASSIGN, NOT_ACCEPTED",
        "75,  RESOLUTION,     NO_ELIGIBLE_AGENT, false, ,        1, REASSIGN, NO_ELIGIBLE_AGENT",
        "75,  FIRST_RESPONSE, ASSIGNED,          false, ONLINE,  2, ESCALATE, REASSIGNED_TOO_OFTEN",
        // accepted
        "50,  FIRST_RESPONSE, ASSIGNED,          true,  ONLINE,  0, ,         ACCEPTED",
        "50,  FIRST_RESPONSE, ASSIGNED,          true,  OFFLINE, 0, ,         ACCEPTED",
        "75,  FIRST_RESPONSE, ASSIGNED,          true,  ONLINE,  0, WARN,     DEADLINE_NEAR",
        "75,  RESOLUTION,     ASSIGNED,          true,  ONLINE,  5, WARN,     DEADLINE_NEAR",
        "75,  FIRST_RESPONSE, ASSIGNED,          true,  AWAY,    0, REASSIGN, OWNER_AWAY",
        "75,  FIRST_RESPONSE, ASSIGNED,          true,  OFFLINE, 1, REASSIGN, OWNER_OFFLINE",
        "75,  FIRST_RESPONSE, ASSIGNED,          true,  ,        0, REASSIGN, OWNER_PRESENCE_UNKNOWN",
        "75,  RESOLUTION,     ASSIGNED,          true,  AWAY,    2, ESCALATE, REASSIGNED_TOO_OFTEN",
        // an acceptance from before the ticket went back to the queue
        "50,  FIRST_RESPONSE, QUEUED,            true,  ,        0, REOFFER,  QUEUED",
        // close to the deadline and after it
        "90,  FIRST_RESPONSE, ASSIGNED,          true,  ONLINE,  0, ESCALATE, BREACH_PREDICTED",
        "90,  RESOLUTION,     QUEUED,            false, ,        0, ESCALATE, BREACH_PREDICTED",
        "100, FIRST_RESPONSE, ASSIGNED,          true,  ONLINE,  0, REASSIGN, BREACHED",
        "100, FIRST_RESPONSE, QUEUED,            false, ,        1, REASSIGN, BREACHED",
        "100, FIRST_RESPONSE, ASSIGNED,          true,  ONLINE,  2, ESCALATE, REASSIGNED_TOO_OFTEN",
        "100, RESOLUTION,     ASSIGNED,          true,  ONLINE,  0, ESCALATE, BREACHED",
        "150, FIRST_RESPONSE, ASSIGNED,          true,  ONLINE,  0, ESCALATE, STILL_BREACHED",
        "200, RESOLUTION,     ASSIGNED,          false, ,        0, ESCALATE, STILL_BREACHED",
    })
    void isDecidedFromTheTicketAsItIs(
            int percent,
            ClockKind clock,
            RouteDecision decision,
            boolean accepted,
            Presence presence,
            int reassignments,
            String action,
            String reason) {
        Level level = Story.POLICY.watchdog().level(percent).orElseThrow();
        Ownership ownership = new Ownership(decision, "lena", 3, accepted ? Instant.EPOCH : null);

        LevelVerdict verdict = level.judge(new Situation(
                clock,
                ownership,
                presence,
                false,
                reassignments,
                Story.POLICY.watchdog().reassignmentsAtMost()));

        assertThat(verdict.action() == null ? null : verdict.action().name()).isEqualTo(action);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.predicted()).isEqualTo(action != null && percent < 100);
    }

    @ParameterizedTest
    @CsvSource({
        "50,  false, ONLINE,  ,         JUST_HANDED_OVER",
        "50,  true,  ONLINE,  ,         ACCEPTED",
        "75,  false, ONLINE,  WARN,     JUST_HANDED_OVER",
        "75,  false, OFFLINE, REASSIGN, NOT_ACCEPTED",
        "75,  true,  AWAY,    REASSIGN, OWNER_AWAY",
        "90,  false, ONLINE,  ESCALATE, BREACH_PREDICTED",
        "100, false, ONLINE,  REASSIGN, BREACHED",
    })
    void whoHasOnlyJustGotATicketKeepsItUnlessAbsentOrTooLate(
            int percent, boolean accepted, Presence presence, String action, String reason) {
        Level level = Story.POLICY.watchdog().level(percent).orElseThrow();
        Ownership ownership = new Ownership(RouteDecision.ASSIGNED, "lena", 3, accepted ? Instant.EPOCH : null);

        LevelVerdict verdict = level.judge(new Situation(ClockKind.FIRST_RESPONSE, ownership, presence, true, 1, 2));

        assertThat(verdict.action() == null ? null : verdict.action().name()).isEqualTo(action);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void everyReasonOfASuppressionIsKnown(boolean accepted) {
        Ownership ownership = new Ownership(RouteDecision.ASSIGNED, "lena", 3, accepted ? Instant.EPOCH : null);
        List<String> known = Arrays.stream(Suppression.values()).map(Enum::name).toList();

        for (Level level : Story.POLICY.watchdog().levels()) {
            LevelVerdict verdict =
                    level.judge(new Situation(ClockKind.RESOLUTION, ownership, Presence.ONLINE, false, 0, 2));
            assertThat(verdict.action() != null || known.contains(verdict.reason()))
                    .isTrue();
        }
    }
}
