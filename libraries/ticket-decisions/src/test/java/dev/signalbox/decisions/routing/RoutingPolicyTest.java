package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "proficiency: 0.40 | proficiency: 0.50 | the weights add up to 1.10",
                "unansweredAt: 0.25 | unansweredAt: 1.25 | routing.review.unansweredAt is 1.25: allowed are 0 to 1",
                "{tiers: [T3]} | {tiers: [T0]} | T0 has no agents",
                "skill: 2, language: true} | skill: 7, language: true} | routing.lanes.steps.skill is 7: allowed are 0 to 5",
                "CRITICAL: PT2M, | CRITICAL: PT0S, | routing.acceptance.within.CRITICAL",
                "{extra: 1, | {extra: -1, | routing.capacity.extra is -1: allowed are 0 to 10",
                "riskWord: lead | riskWord: leader | no lane is named 'leader'",
                "lane: best-guess} | lane: guess} | no lane is named 'guess'",
                "after: 0.25}                # S42 | after: 0.05}                # S42 | must not fall",
                "candidates: 50 | candidates: 0 | routing.limits.candidates is 0: allowed are 1 to 500",
                "fallback: general | fallback: null | routing.skills.fallback is missing"
            })
    void aBrokenPolicyIsRefusedWithWhatIsAllowed(String right, String wrong, String message) {
        assertThatThrownBy(() -> Floor.policy(right, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
