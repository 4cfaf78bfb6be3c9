package dev.signalbox.decisions.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidPolicyTest {

    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arr: 0.30, risk   | arr: 0.31, risk    | score.weights: score.weights must add up to exactly 1, add up to 1.01",
                "totalOutage: 90   | totalOutage: many  | score.floors.totalOutage: is many; allowed is a whole number",
                "totalOutage: 90   | totalOutage: 90.5  | score.floors.totalOutage: ",
                "overdueDays: 60   | overdueDay: 60     | score.renewal.overdueDays: is missing; allowed is a whole number",
                "renewalWindow: {arr | renewalWindow: {mrr: 5, arr | score.floors.renewalWindow.mrr: there is no field mrr; allowed are [arr, days, floor]",
                "totalOutage: PT2H | totalOutage: 2h    | sla.targets.resolution.totalOutage: is 2h; allowed is working time such as PT4H, or business days such as P1D",
                "totalOutage: PT2H | totalOutage: P1DT1H | sla.targets.resolution.totalOutage: is P1DT1H; allowed is working time such as PT4H",
                "zone: Europe/Berlin | zone: Europe/Bonn | sla.calendars.support.zone: is Europe/Bonn; allowed is a time zone such as Europe/Berlin",
                "to: \"18:00\"      | to: \"24:00\"       | sla.calendars.support.hours[0].to: is 24:00; allowed is a time of day such as 09:30; midnight is 00:00",
                "holidays: []      | holidays: [25.12.]  | sla.calendars.support.holidays[0]: is 25.12.; allowed is a date such as 2026-12-25",
                "[EMAIL]           | [LETTER]           | sla.targets.entitledChannels.BASIC[0]: is LETTER; allowed is one of EMAIL, CHAT, PHONE, PORTAL, IN_APP, API",
                "severity: {P1: 100, P2: 70, P3: 40, P4: 10} | severity: {P1: 100, P2: 70, P4: 10} | score.severity: the table has no row for [P3]",
                "severity: {P1: 100, P2: 70 | severity: {P1: 100, P1: 70 | Duplicate field 'P1'",
                "- standstill       | - Standstill       | analysis.urgency.critical.phrases[7]: 'Standstill' is no word of a phrase: allowed are lower-case words",
                "- can wait         | - can ..           | analysis.urgency.unhurried.phrases[8]: The phrase 'can ..' must begin and end with a word",
                "- urgent*          | - ur*              | analysis.urgency.high.phrases[0]: The phrase 'ur*' begins with 'ur*', which is too short",
                "- immediate family | - immediate FAMILY | analysis.urgency.high.except[2]: 'FAMILY' is no word of a phrase",
                "- breached         | - '*'              | analysis.hardRules.SECURITY_BREACH.phrases[2]: '*' is no word of a phrase",
                "- no one           | - no One           | analysis.language.negators[1]: 'One' is no word of a phrase"
            })
    void faultIsToldWithItsLineItsFieldAndWhatIsAllowed(String right, String wrong, String expected) {
        int line = lineOf(right);
        String document = STARTER.replace(right, wrong);

        String message = messageOf(document);

        assertThat(message).contains(expected).contains("line ");
        int told = Integer.parseInt(message.replaceAll("(?s).*?line (\\d+).*", "$1"));
        assertThat(told).isBetween(line, line + 3);
    }

    @Test
    void hardRuleWithoutAFloorIsRefused() {
        assertThat(messageOf(STARTER.replace("DATA_LOSS: 90, ", "")))
                .contains("score.floors.hardKeyword must name exactly the rules of analysis.hardRules")
                .contains("names [PAYMENT_FAILURE, SECURITY_BREACH]");
    }

    @Test
    void calendarOnWhichNoTimePassesIsRefusedWithItsLine() {
        String hours = "- {days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], from: \"09:00\", to: \"18:00\"}";
        int line = lineOf(hours);

        String message = messageOf(STARTER.replace("hours:\n        " + hours, "hours: []"));
        assertThat(message)
                .contains(", sla.calendars.support: hours is empty: no time would ever pass on this calendar");
        assertThat(Integer.parseInt(message.replaceAll("(?s)line (\\d+),.*", "$1")))
                .isBetween(line - 1, line + 3);
        assertThat(messageOf(STARTER.replace(hours, hours + "\n        " + hours)))
                .contains("sla.calendars.support: hours overlap: those of MONDAY");
        assertThat(messageOf(STARTER.replace("calendar: support", "calendar: offices")))
                .contains("sla.targets.calendar is offices; allowed are those of sla.calendars, [24x7, support]");
        assertThat(messageOf(STARTER.replace("    support:\n", "    24x7:\n")))
                .contains("sla.calendars must not describe 24x7");
    }

    @Test
    void sectionsMustAllBeThere() {
        assertThat(messageOf("name: empty"))
                .contains("a policy needs the sections analysis, score, sla, routing and escalation");
        assertThat(messageOf(STARTER.replace("name: starter", "name: ''")))
                .contains("name must say what people call this policy");
    }

    @Test
    void documentThatIsNoYamlIsRefusedWithItsLine() {
        assertThat(messageOf("name: starter\nscore: [1, 2")).contains("line ");
    }

    private static int lineOf(String text) {
        int line = Arrays.asList(STARTER.split("\n")).stream()
                .map(each -> each.contains(text))
                .toList()
                .indexOf(true);
        assertThat(line).as(text).isNotNegative();
        return line + 1;
    }

    private static String messageOf(String document) {
        InvalidPolicy refusal =
                catchThrowableOfType(InvalidPolicy.class, () -> PolicyDocument.parse(document.getBytes(UTF_8)));
        assertThat(refusal).isNotNull();
        return refusal.getMessage();
    }
}
