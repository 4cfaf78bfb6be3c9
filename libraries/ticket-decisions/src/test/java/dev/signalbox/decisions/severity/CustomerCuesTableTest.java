package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Sentiment.Label;
import dev.signalbox.contracts.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerCuesTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            the manager page is slow                                        | -
            the manager page is slow, this is unacceptable                  | -
            My password manager fills in the wrong login, so frustrating    | -
            I am the manager of the IT department and I am very angry       | -
            how do I cancel a meeting                                       | -
            I cannot cancel an order, this is ridiculous                    | -
            Please cancel our subscription at the end of the term           | -
            Our legal team needs a copy of the contract                     | -
            This is unacceptable. I want to talk to your manager.           | manager
            I am very disappointed, get me a manager                        | manager
            Terrible service, we will cancel                                | cancel
            We are fed up and will cancel our contract                      | cancel
            You will hear from our lawyer                                   | legal
            Otherwise we take legal action                                  | legal
            Unacceptable! We will cancel and call our lawyer.               | cancel,legal
            We do not want to cancel, but this is frustrating               | -
            Das ist inakzeptabel, wir kündigen                              | cancel
            """)
    void riskWordsCountInAComplaint(String text, String expected) {
        assertThat(Cases.analysis(text).riskWords())
                .containsExactly(expected == null ? new String[0] : expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Please cancel our subscription at the end of the term | true
            We want to cancel                                     | true
            How do I cancel my account?                           | true
            We will not renew                                     | true
            We are switching to a competitor                      | true
            Wir möchten kündigen                                  | true
            how do I cancel a meeting                             | false
            We do not want to cancel                              | false
            The cancel button does nothing                        | false
            Please do not cancel our contract                     | false
            """)
    void aCancellationIsTheWishToLeave(String text, boolean expected) {
        assertThat(Cases.analysis(text).cancellation()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock out the employee we let go today",
                "Please lock the account of an employee we let go today",
                "Deactivate his access now!",
                "We laid off two people, please revoke their access",
                "Someone left the company, remove the user",
                "My account was compromised",
                "A laptop with our credentials: stolen credentials, please help",
                "Somebody else is logged in to our account",
                "Bitte sofort den Zugang sperren",
                "We fired our admin. Shut him out.",
            })
    void accessRevocationIsAtLeastP2AndNeverDeflected(String text) {
        Analysis analysis = Cases.analysis(text);

        assertThat(analysis.accessRevocation()).isTrue();
        assertThat(analysis.severity()).isLessThanOrEqualTo(Severity.P2);
        assertThat(analysis.deflectionRefusals()).contains("ACCESS_REVOCATION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset my password",
                "I am locked out of my account",
                "Please unlock my user now",
                "How do I deactivate a user?",
                "Please disable the notifications now",
                "Our webhook fired twice, please block the user notifications",
                "Please do not lock his account now",
                "How do I let my colleague go to the report page?",
            })
    void anOrdinaryAccountQuestionIsNoAccessRevocation(String text) {
        assertThat(Cases.analysis(text).accessRevocation()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I want to speak to a human                 | true
            Can I talk to a real person please?        | true
            Please call me back                        | true
            I want a manager                           | true
            Ich möchte mit einem Menschen sprechen     | true
            I do not need to speak to a person         | false
            Our human resources module is slow         | false
            The API call fails                         | false
            """)
    void theCustomerMayAskForAPerson(String text, boolean expected) {
        assertThat(Cases.analysis(text).wantsPerson()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            This is absolutely unacceptable!! Worst support ever. | STRONGLY_NEGATIVE
            I am frustrated                                       | NEGATIVE
            We are not happy with this                            | NEGATIVE
            Still waiting for an answer                           | NEGATIVE
            Thanks for nothing                                    | NEGATIVE
            Wir sind sehr enttäuscht                              | NEGATIVE
            The export fails with error 500                       | NEUTRAL
            I am not angry                                        | NEUTRAL
            Thank you in advance                                  | NEUTRAL
            Great work, thanks, we are happy                      | POSITIVE
            """)
    void aTextSounds(String text, Label expected) {
        assertThat(Cases.analysis(text).sentiment().label()).isEqualTo(expected);
    }
}
