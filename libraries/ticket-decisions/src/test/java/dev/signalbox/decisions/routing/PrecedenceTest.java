package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final AnalysisOf ALL =
            AnalysisOf.plain().rule("DATA_LOSS").outage().person().uncertain().simple("HEALTH_BELOW_40");

    @Test
    void theRulesApplyInTheirOrder() {
        assertThat(of(ALL)).isEqualTo(Precedence.HARD_RULE);
        assertThat(of(ALL.rule())).isEqualTo(Precedence.TOTAL_OUTAGE);
        assertThat(of(AnalysisOf.plain().person().uncertain())).isEqualTo(Precedence.PERSON);
        assertThat(of(AnalysisOf.plain().uncertain())).isEqualTo(Precedence.NEEDS_REVIEW);
        assertThat(of(AnalysisOf.plain().simple("HEALTH_BELOW_40"))).isEqualTo(Precedence.NEVER_DEFLECT);
        assertThat(of(AnalysisOf.plain().simple())).isEqualTo(Precedence.MATRIX);
    }

    @Test
    void whatIsNotDeflectableIsNeverDeflected() {
        assertThat(of(AnalysisOf.plain())).isEqualTo(Precedence.NEVER_DEFLECT);
    }

    @Test
    void aReviewedTicketIsNotReviewedAgain() {
        assertThat(Precedence.of(AnalysisOf.plain().uncertain().simple().build(), true))
                .isEqualTo(Precedence.MATRIX);
    }

    @Test
    void onlyTheFirstThreeRunBesideAReview() {
        assertThat(Precedence.PERSON.beforeReview()).isTrue();
        assertThat(Precedence.NEEDS_REVIEW.beforeReview()).isFalse();
        assertThat(Precedence.NEVER_DEFLECT.beforeReview()).isFalse();
    }

    private static Precedence of(AnalysisOf analysis) {
        return Precedence.of(analysis.build(), false);
    }
}
