package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Analysis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardRuleTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            There was a security breach                                   | SECURITY_BREACH | -
            We found breaches of security in our tenant                   | SECURITY_BREACH | -
            Our account has been hacked                                   | SECURITY_BREACH | -
            Customer data was leaked                                      | SECURITY_BREACH | -
            Wir haben einen Sicherheitsvorfall                            | SECURITY_BREACH | -
            We suspect unauthorised access to our files                   | SECURITY_BREACH | -
            Data loss after the update                                    | DATA_LOSS       | -
            We lost all our files                                         | DATA_LOSS       | -
            We are losing customer data                                   | DATA_LOSS       | -
            All records have disappeared                                  | DATA_LOSS       | -
            Loss of data in the archive                                   | DATA_LOSS       | -
            Datenverlust nach dem Update                                  | DATA_LOSS       | -
            We cannot rule out data loss                                  | DATA_LOSS       | -
            No answer from you, and data loss on our side                 | DATA_LOSS       | -
            We will not tolerate another data loss                        | DATA_LOSS       | -
            No, we lost our data                                          | DATA_LOSS       | -
            Nobody answers although we have data loss                     | DATA_LOSS       | -
            Payment failed twice                                          | PAYMENT_FAILURE | -
            The payment did not go through                                | PAYMENT_FAILURE | -
            Our card was declined                                         | PAYMENT_FAILURE | -
            payment failures since Monday                                 | PAYMENT_FAILURE | -
            Die Zahlung ist fehlgeschlagen                                | PAYMENT_FAILURE | -
            no data loss                                                  | -               | DATA_LOSS
            There was no data loss                                        | -               | DATA_LOSS
            We did not lose any data                                      | -               | DATA_LOSS
            No data was lost                                              | -               | DATA_LOSS
            The data is not lost                                          | -               | DATA_LOSS
            no crashes, errors or data loss                               | -               | DATA_LOSS
            without data loss or security breach                          | -               | DATA_LOSS,SECURITY_BREACH
            Kein Datenverlust                                             | -               | DATA_LOSS
            How do we prevent data loss?                                  | -               | DATA_LOSS
            Do you offer data loss prevention?                            | -               | DATA_LOSS
            This is not a security breach                                 | -               | SECURITY_BREACH
            We have ruled out a security breach                           | -               | SECURITY_BREACH
            no payment failure so far                                     | -               | PAYMENT_FAILURE
            How do I switch off payment failure emails?                   | -               | PAYMENT_FAILURE
            The page is slow                                              | -               | -
            I lost my connection while loading data                       | -               | -
            Our SLA was breached                                          | -               | SECURITY_BREACH
            The payment page is slow                                      | -               | -
            No security breach. But we lost data.                         | DATA_LOSS       | SECURITY_BREACH
            """)
    void hardWordsApplyUnlessTheyAreNegated(String text, String rules, String suppressed) {
        Analysis analysis = Cases.analysis(text);

        assertThat(analysis.hardRules()).containsExactly(names(rules));
        assertThat(analysis.suppressedRules()).containsExactly(names(suppressed));
        if (rules != null || suppressed != null) {
            assertThat(analysis.deflectable()).isFalse();
        }
    }

    private static String[] names(String written) {
        return written == null ? new String[0] : written.split(",");
    }
}
