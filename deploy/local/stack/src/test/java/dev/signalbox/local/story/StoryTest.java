package dev.signalbox.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Topic;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void saysHowTheScoreAddsUpAndWhatHoldsTheBand() throws Exception {
        StoryLine line = line(Topic.TICKETS_SCORED);

        assertThat(line.what()).isEqualTo("Priority 70.00, band HIGH");
        assertThat(line.why())
                .contains(
                        "27.00 revenue + 16.00 churn risk + 8.00 severity + 10.00 renewal = 61.00",
                        "at least 50.00 by PLAN_SEVERITY, 70.00 by RENEWAL_WINDOW",
                        "the band is held by RENEWAL_WINDOW")
                .anySatisfy(why -> assertThat(why).startsWith("first response within 1 h"));
    }

    @Test
    void saysWhoGotItAndWhyOthersDidNot() throws Exception {
        StoryLine line = line(Topic.TICKETS_ROUTED);

        assertThat(line.what()).isEqualTo("Assigned to lena (T2, queue billing)");
        assertThat(line.why())
                .containsExactly(
                        "could take it: lena 0.82 (3 of 5)",
                        "could not: tom (AT_CAPACITY, 6 of 5)",
                        "row HIGH/P3/ENTERPRISE of the matrix");
    }

    @Test
    void saysWhatWasUnderstoodOfWhom() throws Exception {
        StoryLine line = line(Topic.TICKETS_ENRICHED);

        assertThat(line.what()).isEqualTo("Understood as BILLING / invoice_question, 91 % sure");
        assertThat(line.why())
                .contains(
                        "because of words: invoice, VAT",
                        "Acme: ENTERPRISE, 200 000 USD a year, health 60, renews on 2026-12-12");
    }

    @Test
    void saysHowMuchTimeWasLeftOfAFulfilledClock() {
        String change = """
                {"ticketId": "zendesk:1", "sequence": 4, "at": "2026-11-22T10:00:00Z", "clock": "FIRST_RESPONSE", "cycle": 1,
                 "kind": "FULFILLED", "cause": "AGENT_REPLIED", "remaining": "PT12M", "clockRevision": 1,
                 "calendar": "24x7", "policyVersion": "sha256:1"}""";

        assertThat(Story.line(Topic.SLA_CLOCKS, change.getBytes(UTF_8))
                        .orElseThrow()
                        .what())
                .isEqualTo("The first response clock is fulfilled with 12 min to spare");
    }

    @Test
    void writesLengthsInTheirTwoGreatestUnits() {
        assertThat(Wording.length(Duration.ofSeconds(5_445))).isEqualTo("1 h 30 min");
        assertThat(Wording.length(Duration.ofMillis(400))).isEqualTo("0 s");
        assertThat(Wording.length(Duration.ofMinutes(-3))).isEqualTo("minus 3 min");
    }

    private static StoryLine line(Topic topic) throws Exception {
        try (var in = StoryTest.class.getResourceAsStream("/story/case.json")) {
            return Story.line(topic, in.readAllBytes()).orElseThrow();
        }
    }
}
