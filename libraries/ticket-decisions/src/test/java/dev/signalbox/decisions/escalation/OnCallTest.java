package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.Cases;
import dev.signalbox.decisions.policy.Policy;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chains whose steps are not always within reach, on virtual time (S48, I23). The story begins on a Monday at nine. */
class OnCallTest {

    private static final String STARTER =
            new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);

    @Test
    void stepTellsWhoeverIsOnCallAndNamesTheScheduleInItsPath() {
        Stage stage = opened(
                        onCallThatMonday("manager", "09:00", "10:00", "ann", "10:00", "18:00", "tom"),
                        EscalationTrigger.SLA_BREACH)
                .waits(Duration.ofMinutes(50));

        assertThat(stage.story())
                .containsExactly(
                        "0 min OPENED 1 lena",
                        "5 min LEVEL_RAISED 2 team-lead",
                        "15 min LEVEL_RAISED 3 ann",
                        "45 min LEVEL_RAISED 4 executive");
        assertThat(stage.last().path()).containsExactly("lena", "team-lead", "manager", "executive");
    }

    @Test
    void overrideIsToldInsteadOfTheRotation() {
        Policy policy =
                onCall("team-lead: {shifts: [{from: 2026-11-23T00:00:00Z, to: 2026-11-24T00:00:00Z, who: ann}], "
                        + "overrides: [{from: 2026-11-23T09:00:00Z, to: 2026-11-23T10:00:00Z, who: tom}]}");

        assertThat(opened(policy, EscalationTrigger.NEGATIVE_SENTIMENT).last().owner())
                .isEqualTo("tom");
    }

    @Test
    void stepWithNobodyOnCallIsPassedOverAndTheRecordSaysSo() {
        Stage stage = opened(onCallThatMonday("team-lead", "12:00", "18:00", "ann"), EscalationTrigger.SLA_BREACH)
                .waits(Duration.ofMinutes(5));

        assertThat(stage.last().owner()).isEqualTo("manager");
        assertThat(stage.last().level()).isEqualTo(3);
        assertThat(stage.last().note()).isEqualTo("not acknowledged in time; out of reach now: team-lead");
    }

    @Test
    void stepOutsideItsHoursIsPassedOver() {
        Policy policy = policy(STARTER.replaceFirst(
                        "\\{owner: team-lead, acknowledgeWithin: PT15M}",
                        "{owner: team-lead, acknowledgeWithin: PT15M, hours: night}")
                .replaceFirst("\n  calendars:", NIGHT));

        assertThat(opened(policy, EscalationTrigger.NEGATIVE_SENTIMENT).last().owner())
                .isEqualTo("manager");
    }

    @Test
    void chainWithoutAnybodyInReachWaitsInSilenceForTheFirstWhoIs() {
        Policy policy = policy(STARTER.replaceAll(
                        "(?m)^(        - \\{owner: (?:account-lead|manager|executive), acknowledgeWithin: PT\\w+)}",
                        "$1, hours: night}")
                .replaceFirst("\n  calendars:", NIGHT));
        Stage stage = opened(policy, EscalationTrigger.HIGH_VALUE_RISK);

        assertThat(stage.last().owner()).isNull();
        assertThat(stage.last().ackDueAt()).isEqualTo(Instant.parse("2026-11-23T22:00:00Z"));
        assertThat(stage.last().note()).isEqualTo("nobody can be told before 2026-11-23T22:00:00Z");
        stage.waits(Duration.ofMinutes(13 * 60 + 31));
        assertThat(stage.story())
                .containsExactly(
                        "0 min OPENED 1 null", "780 min LEVEL_RAISED 1 account-lead", "810 min LEVEL_RAISED 2 manager");
    }

    @Test
    void chainThatReachesNobodyAtAnyKnownTimeSaysSoWhenItOpens() {
        Policy policy = onCallForAll("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        Stage stage = opened(policy, EscalationTrigger.HIGH_VALUE_RISK);

        assertThat(stage.said().stream().map(said -> said.change()))
                .containsExactly(EscalationChange.OPENED, EscalationChange.UNDELIVERABLE);
        assertThat(stage.last().note()).isEqualTo("nobody on the chain can be told");
        assertThat(stage.waits(Duration.ofHours(49)).said())
                .as("it is said again with every update that is due")
                .hasSize(4);
        assertThat(stage.last().state()).isEqualTo(EscalationState.OPEN);
    }

    @Test
    void escalationThatWaitedIsToldWithTheNextUpdateOnceSomebodyIsOnCall() {
        Policy without = onCallForAll("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
        Stage stage = opened(without, EscalationTrigger.HIGH_VALUE_RISK);

        stage.reaching(onCallForAll("2026-11-23T00:00:00Z", "2026-12-23T00:00:00Z")
                        .reachability())
                .waits(Duration.ofHours(24));

        assertThat(stage.last().change()).isEqualTo(EscalationChange.LEVEL_RAISED);
        assertThat(stage.last().owner()).isEqualTo("ann");
    }

    @Test
    void personTakesWhatNobodyWasToldOf() {
        Stage stage = opened(
                        onCallForAll("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"), EscalationTrigger.HIGH_VALUE_RISK)
                .acts(EscalationAction.ACKNOWLEDGE, "tom", null);

        assertThat(stage.last().state()).isEqualTo(EscalationState.ACKNOWLEDGED);
        assertThat(stage.last().owner()).isEqualTo("account-lead");
    }

    @Test
    void chainStartsAgainAsOftenAsItSays() {
        Policy policy = policy(STARTER.replaceFirst("type: HIERARCHICAL\n", "type: HIERARCHICAL\n      repeat: 2\n"));
        Stage stage = opened(policy, EscalationTrigger.SLA_BREACH).waits(Duration.ofHours(6));

        assertThat(stage.story())
                .containsExactly(
                        "0 min OPENED 1 lena",
                        "5 min LEVEL_RAISED 2 team-lead",
                        "15 min LEVEL_RAISED 3 manager",
                        "45 min LEVEL_RAISED 4 executive",
                        "105 min LEVEL_RAISED 1 lena",
                        "110 min LEVEL_RAISED 2 team-lead",
                        "120 min LEVEL_RAISED 3 manager",
                        "150 min LEVEL_RAISED 4 executive",
                        "210 min LEVEL_RAISED 1 lena",
                        "215 min LEVEL_RAISED 2 team-lead",
                        "225 min LEVEL_RAISED 3 manager",
                        "255 min LEVEL_RAISED 4 executive",
                        "315 min UNDELIVERABLE 4 executive");
        assertThat(stage.said().get(4).note()).isEqualTo("nobody on the chain acknowledged: it starts again, 1 of 2");
    }

    @Test
    void roleAtTheAccountIsWhoeverHoldsItThereAndLeftOutWhereNobodyDoes() {
        Policy policy = policy(STARTER.replace(
                "owner: account-lead, acknowledgeWithin: PT30M", "owner: 'account:csm', acknowledgeWithin: PT30M"));
        Account plain = Cases.account(PlanTier.PRO, 75_000, 70, null);
        Account withCsm = new Account(
                plain.id(),
                true,
                plain.name(),
                plain.planTier(),
                plain.arr(),
                plain.mrr(),
                plain.currency(),
                plain.health(),
                null,
                null,
                null,
                null,
                1,
                Map.of(),
                Map.of(),
                null,
                null,
                "kim@signalbox.example");
        Signal risk =
                new Signal("k", EscalationTrigger.HIGH_VALUE_RISK, START, "test", null, 0, false, null, List.of());

        assertThat(new Stage(policy.escalation())
                        .hears(CaseOf.asOf(START).account(withCsm).scored())
                        .asks(risk)
                        .last()
                        .path())
                .containsExactly("kim@signalbox.example", "manager", "executive");
        assertThat(new Stage(policy.escalation())
                        .hears(CaseOf.asOf(START).account(plain).scored())
                        .asks(risk)
                        .last()
                        .path())
                .containsExactly("manager", "executive");
    }

    @Test
    void gapsAreTimesWithNobodyAtAll() {
        OnCallSchedule schedule = new OnCallSchedule(
                List.of(shift("08:00", "12:00", "ann"), shift("11:00", "13:00", "tom"), shift("15:00", "16:00", "ann")),
                List.of(shift("12:30", "14:00", "kim")),
                null,
                null);

        assertThat(schedule.gaps(time("09:00"), time("17:00")))
                .containsExactly(
                        new OnCallSchedule.Gap(time("14:00"), time("15:00")),
                        new OnCallSchedule.Gap(time("16:00"), time("17:00")));
        assertThat(schedule.gaps(time("09:00"), time("14:00"))).isEmpty();
        assertThat(schedule.at(time("11:30"))).as("who came last").contains("tom");
        assertThat(schedule.at(time("14:00"))).as("an end is exclusive").isEmpty();
    }

    private static final String NIGHT =
            "\n  calendars:\n    night:\n      zone: UTC\n      hours:\n        - {days: [MONDAY, "
                    + "TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], from: \"22:00\", to: \"06:00\"}";

    private static Stage opened(Policy policy, EscalationTrigger trigger) {
        CaseOf quiet = CaseOf.asOf(START);
        return new Stage(policy.escalation())
                .reaching(policy.reachability())
                .hears(quiet.scored(), quiet.routed(1, SupportTier.T1, "lena", RouteCause.NEW))
                .asks(new Signal("k", trigger, START, "test", null, 0, false, null, List.of()));
    }

    private static Policy onCallForAll(String from, String to) {
        String shift = ": {shifts: [{from: " + from + ", to: " + to + ", who: ann}]}";
        return onCall("account-lead" + shift, "manager" + shift, "executive" + shift);
    }

    /** Shifts of that Monday: from, to, who. */
    private static Policy onCallThatMonday(String name, String... shifts) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < shifts.length; i += 3) {
            list.append(i == 0 ? "" : ", ")
                    .append("{from: " + time(shifts[i]) + ", to: " + time(shifts[i + 1]) + ", who: " + shifts[i + 2]
                            + "}");
        }
        return onCall(name + ": {shifts: [" + list + "]}");
    }

    private static Policy onCall(String... schedules) {
        return policy(STARTER.replaceFirst(
                "\n  chains:", "\n  onCall:\n    " + String.join("\n    ", schedules) + "\n  chains:"));
    }

    private static OnCallShift shift(String from, String to, String who) {
        return new OnCallShift(time(from), time(to), who);
    }

    private static Instant time(String ofThatMonday) {
        return Instant.parse("2026-11-23T" + ofThatMonday + ":00Z");
    }

    private static Policy policy(String document) {
        return PolicyDocument.parse(document.getBytes(StandardCharsets.UTF_8)).policy();
    }
}
