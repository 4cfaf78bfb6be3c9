package dev.signalbox.decisions.sla;

import static dev.signalbox.contracts.Band.CRITICAL;
import static dev.signalbox.contracts.Band.HIGH;
import static dev.signalbox.contracts.Band.LOW;
import static dev.signalbox.contracts.Band.SELF_SERVICE;
import static dev.signalbox.contracts.Band.STANDARD;
import static dev.signalbox.contracts.Channel.CHAT;
import static dev.signalbox.contracts.Channel.EMAIL;
import static dev.signalbox.contracts.Channel.PHONE;
import static dev.signalbox.contracts.PlanTier.BASIC;
import static dev.signalbox.contracts.PlanTier.ENTERPRISE;
import static dev.signalbox.contracts.PlanTier.FREE;
import static dev.signalbox.contracts.PlanTier.PRO;
import static dev.signalbox.contracts.Severity.P1;
import static dev.signalbox.contracts.Severity.P3;
import static dev.signalbox.contracts.Severity.P4;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.Cases;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaTargetsTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T08:59:58Z");

    private static final SlaPolicy STARTER = PolicyDocument.starter().policy().sla();

    private final SlaTargets targets = new SlaTargets(STARTER);

    @ParameterizedTest
    @CsvSource({
        // the band's row is the shortest
        "CRITICAL,     PRO,        P2, EMAIL, PT15M, BAND_CRITICAL",
        "HIGH,         PRO,        P2, EMAIL, PT1H,  BAND_HIGH",
        "STANDARD,     BASIC,      P3, EMAIL, PT4H,  BAND_STANDARD",
        "SELF_SERVICE, TRIAL,      P4, EMAIL, PT24H, BAND_SELF_SERVICE PLAN_TRIAL",
        // the plan's row is the shortest
        "STANDARD,     ENTERPRISE, P3, EMAIL, PT1H,  PLAN_ENTERPRISE",
        "LOW,          ENTERPRISE, P4, PHONE, PT15M, PLAN_ENTERPRISE_PHONE",
        "LOW,          ENTERPRISE, P4, CHAT,  PT15M, PLAN_ENTERPRISE_CHAT",
        "LOW,          PRO,        P4, PHONE, PT4H,  PLAN_PRO",
        "SELF_SERVICE, BASIC,      P4, EMAIL, PT8H,  PLAN_BASIC",
        // rows that agree are all named
        "HIGH,         ENTERPRISE, P3, EMAIL, PT1H,  BAND_HIGH PLAN_ENTERPRISE",
        "LOW,          BASIC,      P3, EMAIL, PT8H,  BAND_LOW PLAN_BASIC",
        "CRITICAL,     ENTERPRISE, P1, PHONE, PT15M, BAND_CRITICAL PLAN_ENTERPRISE_PHONE P1_ENTERPRISE",
        // the row of a P1
        "STANDARD,     ENTERPRISE, P1, EMAIL, PT15M, P1_ENTERPRISE",
        "STANDARD,     PRO,        P1, EMAIL, PT1H,  P1_PRO",
        "LOW,          BASIC,      P1, EMAIL, PT4H,  P1_BASIC",
        "LOW,          FREE,       P1, EMAIL, PT4H,  P1_FREE",
        "LOW,          TRIAL,      P1, EMAIL, PT4H,  P1_TRIAL"
    })
    void firstResponseIsTheShortestRowThatApplies(
            Band band, PlanTier plan, Severity severity, Channel channel, Duration target, String because) {
        SlaTarget first =
                of(channel, account(plan, null), Cases.analysis(severity), band).firstResponse();

        assertThat(first.target()).isEqualTo(target);
        assertThat(String.join(" ", first.because())).isEqualTo(because);
        assertThat(first.dueAt()).isEqualTo(STARTER.calendar(first.calendar()).after(CREATED, target));
    }

    @Test
    void totalOutageIsAnsweredInFifteenMinutesAndEndedInTwoHoursForEveryPlan() {
        Analysis outage = Cases.analysis(P1, true, List.of(), List.of(), false, false);
        for (PlanTier plan : PlanTier.values()) {
            Sla sla = of(EMAIL, account(plan, null), outage, CRITICAL);

            assertThat(sla.firstResponse().target()).isEqualTo(Duration.ofMinutes(15));
            assertThat(sla.firstResponse().because()).contains("TOTAL_OUTAGE").doesNotContain("P1_" + plan);
            assertThat(sla.resolution().target()).isEqualTo(Duration.ofHours(2));
            assertThat(sla.resolution().because()).containsExactly("TOTAL_OUTAGE");
            assertThat(sla.resolution().dueAt()).isEqualTo(CREATED.plus(Duration.ofHours(2)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,     ENTERPRISE, P1, PT2H,   P1_ENTERPRISE",
        "HIGH,         PRO,        P1, PT2H,   P1_PRO",
        "CRITICAL,     BASIC,      P2, PT4H,   BAND_CRITICAL",
        "CRITICAL,     BASIC,      P1, PT4H,   BAND_CRITICAL",
        "STANDARD,     BASIC,      P1, PT8H,   P1_BASIC",
        "HIGH,         FREE,       P1, PT8H,   BAND_HIGH P1_FREE",
        "HIGH,         PRO,        P2, PT8H,   BAND_HIGH",
        "STANDARD,     ENTERPRISE, P3, PT24H,  BAND_STANDARD",
        "LOW,          ENTERPRISE, P4, PT72H,  BAND_LOW",
        "SELF_SERVICE, TRIAL,      P4, PT120H, BAND_SELF_SERVICE"
    })
    void resolutionFollowsBandAndSeverity(
            Band band, PlanTier plan, Severity severity, Duration target, String because) {
        SlaTarget resolution =
                of(EMAIL, account(plan, null), Cases.analysis(severity), band).resolution();

        assertThat(resolution.target()).isEqualTo(target);
        assertThat(String.join(" ", resolution.because())).isEqualTo(because);
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,     PT30M, NEXT_RESPONSE_AT_LEAST",
        "HIGH,         PT1H,  BAND_HIGH",
        "STANDARD,     PT4H,  BAND_STANDARD",
        "LOW,          PT8H,  BAND_LOW",
        "SELF_SERVICE, PT24H, BAND_SELF_SERVICE"
    })
    void nextResponseIsTheBandsFirstResponseButNotLessThanHalfAnHour(Band band, Duration target, String because) {
        SlaTarget next =
                of(EMAIL, account(ENTERPRISE, null), Cases.analysis(P3), band).nextResponse();

        assertThat(next.target()).isEqualTo(target);
        assertThat(next.because()).containsExactly(because);
        assertThat(next.dueAt()).isNull();
    }

    @Test
    void contractShortensTheFirstResponseAndNeverLengthensIt() {
        Contract strict = new Contract(WorkTime.of(Duration.ofMinutes(10)), null);
        Contract lax = new Contract(WorkTime.of(Duration.ofHours(9)), null);

        assertThat(of(EMAIL, account(BASIC, strict), Cases.analysis(P3), LOW).firstResponse())
                .isEqualTo(new SlaTarget(
                        Duration.ofMinutes(10),
                        List.of("CONTRACT"),
                        "support",
                        Instant.parse("2026-11-23T08:10:00Z"),
                        null,
                        "POLICY"));
        assertThat(of(EMAIL, account(BASIC, lax), Cases.analysis(P3), LOW)
                        .firstResponse()
                        .because())
                .containsExactly("BAND_LOW", "PLAN_BASIC");
    }

    @Test
    void urgentCasesRunAroundTheClockWhateverTheContractSays() {
        Contract offices = new Contract(null, "berlin-office");
        Analysis lockOut = Cases.analysis(P3, false, List.of(), List.of(), true, false);

        assertThat(calendars(of(EMAIL, account(PRO, offices), Cases.analysis(P3), CRITICAL)))
                .containsOnly("24x7");
        assertThat(calendars(of(EMAIL, account(PRO, offices), Cases.analysis(P1), STANDARD)))
                .containsOnly("24x7");
        assertThat(calendars(of(EMAIL, account(PRO, offices), lockOut, HIGH))).containsOnly("24x7");
    }

    @Test
    void otherCasesRunOnTheCalendarOfTheContractOrElseThatOfThePolicy() {
        Account offices = account(PRO, new Contract(null, "berlin-office"));
        SlaTargets knowing = new SlaTargets(new SlaPolicy(
                STARTER.targets(),
                STARTER.watchdog(),
                STARTER.dynamic(),
                Map.of(
                        "support",
                        STARTER.calendars().get("support"),
                        "berlin-office",
                        STARTER.calendars().get("support"))));
        Sla own = knowing.of(Cases.ticket(EMAIL, CREATED), offices, Cases.analysis(P3), STANDARD);
        assertThat(calendars(own)).containsOnly("berlin-office");
        assertThat(own.resolution().calendarBecause()).isEqualTo("CONTRACT");
        assertThat(own.flags()).isEmpty();
        Sla unknown = of(EMAIL, offices, Cases.analysis(P3), STANDARD);
        assertThat(calendars(unknown)).containsOnly("support");
        assertThat(unknown.resolution().calendarBecause()).isEqualTo("POLICY");
        assertThat(unknown.flags()).containsExactly("CONTRACT_CALENDAR_UNKNOWN");
        assertThat(calendars(of(EMAIL, account(PRO, null), Cases.analysis(P3), HIGH)))
                .containsOnly("support");
        assertThat(calendars(of(EMAIL, account(PRO, new Contract(null, null)), Cases.analysis(P3), SELF_SERVICE)))
                .containsOnly("support");
    }

    @Test
    void businessDayIsAnotherUnitThan24WorkingHours() {
        Contract day = new Contract(WorkTime.parse("P1D"), null);
        Contract hours = new Contract(WorkTime.parse("PT24H"), null);
        Instant friday = Instant.parse("2026-11-20T14:00:00Z");

        SlaTarget nextDay = targets.of(
                        Cases.ticket(EMAIL, friday), account(FREE, day), Cases.analysis(P4), SELF_SERVICE)
                .firstResponse();
        assertThat(nextDay.because()).containsExactly("CONTRACT");
        assertThat(nextDay.dueAt()).isEqualTo(Instant.parse("2026-11-23T14:00:00Z"));
        assertThat(nextDay.businessDays()).isEqualTo(1);
        assertThat(nextDay.target()).isEqualTo(Duration.ofHours(9));
        SlaTarget later = targets.of(
                        Cases.ticket(EMAIL, friday), account(FREE, hours), Cases.analysis(P4), SELF_SERVICE)
                .firstResponse();
        assertThat(later.dueAt()).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
        assertThat(later.businessDays()).isNull();
    }

    @Test
    void channelOutsideThePlanIsAcceptedAndFlagged() {
        assertThat(of(PHONE, account(BASIC, null), Cases.analysis(P3), STANDARD).flags())
                .containsExactly("CHANNEL_OUTSIDE_PLAN");
        assertThat(of(EMAIL, account(BASIC, null), Cases.analysis(P3), STANDARD).flags())
                .isEmpty();
        assertThat(of(CHAT, account(PRO, null), Cases.analysis(P3), STANDARD).flags())
                .isEmpty();
    }

    private Sla of(Channel channel, Account account, Analysis analysis, Band band) {
        return targets.of(Cases.ticket(channel, CREATED), account, analysis, band);
    }

    private static Account account(PlanTier plan, Contract contract) {
        return Cases.account(plan, 1_000, 70, null, "UTC", contract);
    }

    private static List<String> calendars(Sla sla) {
        return List.of(
                sla.firstResponse().calendar(),
                sla.nextResponse().calendar(),
                sla.resolution().calendar());
    }
}
