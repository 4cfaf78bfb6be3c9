package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Urgency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The system is down                                              | CRITICAL | WIDESPREAD | P1 | true
            Your platform has been completely down since 8 am               | CRITICAL | WIDESPREAD | P1 | true
            Total outage, nobody can work                                   | CRITICAL | WIDESPREAD | P1 | true
            Nobody can log in                                               | CRITICAL | WIDESPREAD | P1 | true
            No one in the company is able to access the portal              | CRITICAL | WIDESPREAD | P1 | true
            All our users cannot log in                                     | CRITICAL | WIDESPREAD | P1 | true
            Everyone is unable to connect                                   | CRITICAL | WIDESPREAD | P1 | true
            The whole site is offline                                       | CRITICAL | WIDESPREAD | P1 | true
            Das System ist ausgefallen                                      | CRITICAL | WIDESPREAD | P1 | true
            Niemand kann sich einloggen, nichts geht mehr                   | CRITICAL | WIDESPREAD | P1 | true
            Totalausfall seit heute früh                                    | CRITICAL | WIDESPREAD | P1 | true
            Our warehouse team cannot work                                  | CRITICAL | LARGE      | P1 | false
            The app is down, but only for me                                | CRITICAL | LOCAL      | P2 | false
            Production is down for 5 users                                  | CRITICAL | LIMITED    | P2 | false
            All users have slow searches since Monday                       | MEDIUM   | WIDESPREAD | P2 | false
            Urgent: our entire finance department gets wrong totals         | HIGH     | LARGE      | P2 | false
            Some users cannot access the reports                            | HIGH     | LIMITED    | P2 | false
            120 users are locked out                                        | HIGH     | LARGE      | P2 | false
            Only one user cannot log in                                     | HIGH     | LOCAL      | P3 | false
            I cannot log in                                                 | HIGH     | LOCAL      | P3 | false
            My password does not work, this is urgent                       | HIGH     | LOCAL      | P3 | false
            Question about our invoice                                      | MEDIUM   | LIMITED    | P3 | false
            The export shows an error                                       | MEDIUM   | LIMITED    | P3 | false
            Not everyone sees the new menu                                  | MEDIUM   | LIMITED    | P3 | false
            My signature looks wrong                                        | MEDIUM   | LOCAL      | P4 | false
            How do I reset my password?                                     | LOW      | LOCAL      | P4 | false
            How can we cancel a meeting?                                    | LOW      | LIMITED    | P4 | false
            Feature request: dark mode would be nice                        | LOW      | LIMITED    | P4 | false
            I cannot save my draft, no rush                                 | LOW      | LOCAL      | P4 | false
            This is not urgent at all                                       | LOW      | LIMITED    | P4 | false
            It's not urgent anymore                                         | LOW      | LIMITED    | P4 | false
            Das ist nicht dringend                                          | LOW      | LIMITED    | P4 | false
            The system is not down                                          | MEDIUM   | LIMITED    | P3 | false
            There was no outage                                             | MEDIUM   | LIMITED    | P3 | false
            The site was down this morning. It works again.                 | LOW      | LIMITED    | P4 | false
            The site was down this morning but everything is fixed now      | LOW      | LIMITED    | P4 | false
            It has not been resolved, the system is still down              | CRITICAL | WIDESPREAD | P1 | true
            The server is down until the disk is fixed                      | CRITICAL | WIDESPREAD | P1 | true
            Please scroll down to see the missing column                    | MEDIUM   | LIMITED    | P3 | false
            Reports have slowed down                                        | MEDIUM   | LIMITED    | P3 | false
            How do I export all users?                                      | LOW      | LIMITED    | P4 | false
            Is there a report of past outages?                              | MEDIUM   | LIMITED    | P3 | false
            Hello everyone, where do I find the invoice?                    | LOW      | LIMITED    | P4 | false
            The platform is not only slow but completely down               | CRITICAL | WIDESPREAD | P1 | true
            Not urgent, but the system is down                              | CRITICAL | WIDESPREAD | P1 | true
            """)
    void aTextGivesUrgencyImpactSeverityAndOutage(
            String text, Urgency urgency, Impact impact, Severity severity, boolean totalOutage) {
        Analysis analysis = Cases.analysis(text);

        assertThat(analysis.urgency()).as("urgency %s", analysis.reasons()).isEqualTo(urgency);
        assertThat(analysis.impact()).as("impact %s", analysis.reasons()).isEqualTo(impact);
        assertThat(analysis.severity()).as("severity").isEqualTo(severity);
        assertThat(analysis.totalOutage()).as("total outage").isEqualTo(totalOutage);
    }
}
